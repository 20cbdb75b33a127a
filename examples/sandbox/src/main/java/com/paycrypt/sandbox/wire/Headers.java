package com.paycrypt.sandbox.wire;

/** The header names of the API guide, section Security headers. */
public final class Headers {
    /** The API key. */
    public static final String KEY = "X-Paycrypt-Key";

    /** Unix seconds, UTC. */
    public static final String TIMESTAMP = "X-Paycrypt-Timestamp";

    /** Hex SHA-256 HMAC of {@code <ts>.<raw_body>}. */
    public static final String SIGNATURE = "X-Paycrypt-Signature";

    private Headers() {}
}
