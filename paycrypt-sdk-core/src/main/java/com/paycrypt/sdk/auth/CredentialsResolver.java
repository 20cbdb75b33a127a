package com.paycrypt.sdk.auth;

import java.util.List;

/**
 * Finds the credentials of an API key, for a platform that receives the webhooks of many merchants.
 *
 * <pre>{@code
 * CredentialsResolver vault = key -> vaultClient.secretsOf(key).stream()
 *         .map(secret -> Credentials.of(key, secret))
 *         .toList();
 * }</pre>
 *
 * <p>Called on the thread of a delivery, for the key that its sender names, before anything is verified: it may block, and
 * its result is used for one second, so that a new secret is accepted at once. A key without credentials is not looked up
 * again for ten seconds, and look-ups of keys that were never found are limited to 20 a second after the first 100: senders
 * choose the keys that they name. What it throws is logged, and the response to the delivery is 503.
 *
 * <p>Implementations are safe for use by any number of threads.
 */
@FunctionalInterface
public interface CredentialsResolver {
    /**
     * Returns the credentials of a key.
     *
     * @param key the key that the sender names, up to 256 characters long
     * @return none if the key is unknown, several while its secret is rotated; those of another key are ignored
     */
    List<Credentials> resolve(String key);
}
