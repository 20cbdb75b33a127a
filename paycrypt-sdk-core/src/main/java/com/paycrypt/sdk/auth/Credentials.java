package com.paycrypt.sdk.auth;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An API key and its secret, in one value that signs and verifies but never tells the secret.
 *
 * <pre>{@code
 * Credentials credentials = Credentials.of(System.getenv("PAYCRYPT_KEY"), System.getenv("PAYCRYPT_SECRET"));
 * }</pre>
 *
 * <p>A signature is the HMAC-SHA-256 of {@code <timestamp>.<body>} under the UTF-8 bytes of the secret, as 64
 * lower-case hexadecimal digits.
 *
 * <p>Immutable and safe for use by any number of threads. Neither {@link #toString()} nor any exception holds the
 * secret.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104, HMAC</a>
 */
public final class Credentials {
    private final String key;
    private final String secret;
    private final HmacSha256 hmac;

    private Credentials(String key, String secret) {
        this.key = key;
        this.secret = secret;
        this.hmac = HmacSha256.withKey(secret.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Pairs an API key with its secret.
     *
     * @param key the API key: visible ASCII without blanks
     * @param secret the secret of that key, taken as it stands: never decoded, not blank, no white space at its ends
     * @return the credentials
     * @throws IllegalArgumentException if either cannot be right; the message tells what to do and never holds the
     *     value
     */
    public static Credentials of(String key, String secret) {
        CredentialRules.check(key, secret);
        return new Credentials(key, secret);
    }

    /**
     * The API key.
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
        byte[] scratch = new byte[Hex.DIGITS];
        hmac.sign(scratch, Prefix.write(timestamp, scratch), body);
        return Hex.spelled(scratch);
    }

    /**
     * Whether a signature is the one these credentials give a message; compared in constant time.
     *
     * @param timestamp the text of the timestamp header, exactly as received
     * @param body the bytes exactly as received
     * @param signature the text of the signature header; anything but 64 lower-case hexadecimal digits is refused
     * @return true if the signature is right
     */
    public boolean verifies(String timestamp, byte[] body, String signature) {
        byte[] scratch = Prefix.scratch(timestamp);
        hmac.sign(scratch, Prefix.write(timestamp, scratch), body);
        return Hex.encodes(signature, scratch);
    }

    /**
     * Which usual mistake gives a signature that {@link #verifies} refuses: a line end or a blank beside the secret, quotes
     * around it, on the sender's side or on this one, its digits decoded, its case changed, the key in its place; the
     * timestamp or the point left out, or milliseconds for seconds. For a developer's eyes: slow, and of no use in deciding
     * whether a message is genuine.
     *
     * @param timestamp the text of the timestamp header, exactly as received
     * @param body the bytes exactly as received
     * @param signature the text of the signature header
     * @return the mistake and what to do about it, in plain words that hold nothing of the secret; empty where none of
     *     these explains the signature
     */
    public Optional<String> explain(String timestamp, byte[] body, String signature) {
        return SecretMistake.find(key, secret, timestamp, body, signature)
                .or(() -> PrefixMistake.find(hmac, timestamp, body, signature));
    }

    /**
     * Returns a text without these credentials: for logs and errors that quote what others sent.
     *
     * @param text any text
     * @return the text with {@code [secret]} and {@code [key]} in place of the secret and the API key
     */
    public String redact(String text) {
        return Redaction.of(key, secret, text);
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
