package com.paycrypt.sandbox.wire;

import java.util.Objects;

/**
 * A merchant's API key and its secret.
 *
 * @param key what a request names in {@code X-Paycrypt-Key}
 * @param secret what signs; its UTF-8 bytes are the HMAC key, never decoded
 */
public record ApiKey(String key, String secret) {

    /**
     * Checks that both can be used.
     *
     * @throws IllegalArgumentException if the key is not visible ASCII or the secret is blank
     */
    public ApiKey {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(secret, "secret");
        if (key.isEmpty() || !key.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw new IllegalArgumentException("the key must be visible ASCII without blanks");
        }
        if (secret.isBlank()) {
            throw new IllegalArgumentException("the secret must not be blank: anyone could sign with it");
        }
    }

    /**
     * Names the key alone.
     *
     * @return a text without the secret
     */
    @Override
    public String toString() {
        return "ApiKey[" + key + "]";
    }
}
