package com.paycrypt.sdk.auth;

import com.paycrypt.sdk.internal.sign.Signatures;
import com.paycrypt.sdk.internal.sign.SigningKey;
import java.util.Map;
import java.util.Objects;

/**
 * An API key and its secret, in one value that signs and never reveals the secret.
 *
 * <pre>{@code
 * Credentials credentials = Credentials.fromEnvironment(); // or Credentials.of(key, secret)
 * }</pre>
 *
 * <p>A signature is the HMAC-SHA-256 of {@code <timestamp>.<body>} under the UTF-8 bytes of the secret, as 64
 * lower-case hexadecimal digits.
 *
 * <p>Immutable and safe for use by any number of threads. Neither {@link #toString()} nor any exception contains the
 * secret.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104, HMAC</a>
 */
@SuppressWarnings(
        "exports") // The superclass has no accessible member: it hides the secret from all but internal packages.
public final class Credentials extends SigningKey {
    private final String key;

    private Credentials(String key, String secret) {
        super(secret);
        this.key = key;
    }

    /**
     * Pairs an API key with its secret.
     *
     * @param key the API key: visible ASCII without spaces
     * @param secret the secret of that key, used as it is: never decoded, not blank, no whitespace at its ends
     * @return the credentials
     * @throws IllegalArgumentException if either is malformed; the message says what to do and never contains the
     *     value
     */
    public static Credentials of(String key, String secret) {
        CredentialRules.check(key, secret);
        return new Credentials(key, secret);
    }

    /**
     * Returns the credentials in the environment variables {@code PAYCRYPT_KEY} and {@code PAYCRYPT_SECRET}.
     *
     * @return the credentials
     * @throws IllegalArgumentException if either variable is missing or malformed; the message names both if both are
     */
    public static Credentials fromEnvironment() {
        return from(System.getenv());
    }

    static Credentials from(Map<String, String> environment) {
        String key = environment.get("PAYCRYPT_KEY");
        String secret = environment.get("PAYCRYPT_SECRET");
        CredentialRules.check(key, secret);
        return new Credentials(Objects.requireNonNull(key), Objects.requireNonNull(secret));
    }

    /**
     * Returns the API key.
     *
     * @return the key, as sent in {@code X-Paycrypt-Key}
     */
    public String key() {
        return key;
    }

    /**
     * Signs a message.
     *
     * @param timestamp the time of signing in unix seconds, not negative
     * @param body the bytes exactly as they will be sent
     * @return the signature: 64 lower-case hexadecimal digits
     * @throws IllegalArgumentException if the timestamp is negative
     */
    public String sign(long timestamp, byte[] body) {
        if (timestamp < 0) {
            throw new IllegalArgumentException("timestamp must be unix seconds, not negative: " + timestamp);
        }
        return Signatures.sign(this, Long.toString(timestamp), body);
    }

    /**
     * Names the key, never the secret.
     *
     * @return a text for logs
     */
    @Override
    public String toString() {
        return "Credentials[key=" + key + "]";
    }
}
