package com.paycrypt.sdk.auth;

import java.time.Duration;

/**
 * Provides the credentials that a client signs with, so that a rotation needs no restart.
 *
 * <pre>{@code
 * CredentialsProvider vault = () -> Credentials.of(vault.read("paycrypt/key"), vault.read("paycrypt/secret"));
 * PayCryptClient client = PayCryptClient.builder(baseUrl, vault.cachedFor(Duration.ofMinutes(5))).build();
 * }</pre>
 *
 * <p>A client asks before each attempt, on the thread of that attempt, and keeps nothing. What the provider throws fails the
 * attempt before anything is sent; it is retried as the client's {@link com.paycrypt.sdk.call.RetryPolicy RetryPolicy} says.
 * If a server rejects a request and the provider then returns other credentials than those that it was signed with, the
 * request is signed once more with them.
 *
 * <p>Must be safe for use by any number of threads.
 */
@FunctionalInterface
public interface CredentialsProvider {
    /**
     * Returns the credentials to sign the next request with.
     *
     * @return the credentials in force
     */
    Credentials credentials();

    /**
     * Returns the credentials to sign with after a server rejected a request: asked in case they were rotated meanwhile.
     *
     * @param rejected the credentials of the rejected request
     * @return the credentials in force; the same where nothing was rotated
     */
    default Credentials renewed(Credentials rejected) {
        return credentials();
    }

    /**
     * Returns a provider that asks this one at most once in the given time. While one thread asks again, all others go on
     * with the credentials that they have; if asking fails, so do they, for as long again. A rejected request asks at once, at
     * most once per second.
     *
     * @param time how long credentials may be used without asking; shorter than the time for which a server accepts both
     *     the old and the new secret of a rotation
     * @return the caching provider
     * @throws IllegalArgumentException if the time is not positive
     */
    default CredentialsProvider cachedFor(Duration time) {
        CachedCredentials cache = new CachedCredentials(this::credentials, time, System::nanoTime);
        return new CredentialsProvider() {
            @Override
            public Credentials credentials() {
                return cache.credentials();
            }

            @Override
            public Credentials renewed(Credentials rejected) {
                return cache.renewed(rejected);
            }
        };
    }
}
