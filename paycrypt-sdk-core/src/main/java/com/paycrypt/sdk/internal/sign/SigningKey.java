package com.paycrypt.sdk.internal.sign;

import java.nio.charset.StandardCharsets;

/**
 * The secret half of credentials. Its fields are visible in this package alone: the credentials of the public API extend
 * it, so that {@link Signatures} can verify with a secret that no public method returns.
 */
public abstract class SigningKey {
    final String secret;
    final HmacSha256 hmac;

    protected SigningKey(String secret) {
        this.secret = secret;
        this.hmac = HmacSha256.withKey(secret.getBytes(StandardCharsets.UTF_8));
    }
}
