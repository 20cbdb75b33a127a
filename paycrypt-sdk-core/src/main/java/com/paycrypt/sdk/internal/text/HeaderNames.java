package com.paycrypt.sdk.internal.text;

/** Names of the HTTP headers that the SDK sends and reads. */
public final class HeaderNames {
    public static final String KEY = "X-Paycrypt-Key";
    public static final String TIMESTAMP = "X-Paycrypt-Timestamp";
    public static final String SIGNATURE = "X-Paycrypt-Signature";
    public static final String REQUEST_ID = "X-Request-ID";
    public static final String RETRY_AFTER = "Retry-After";
    public static final String DATE = "Date";

    private HeaderNames() {}
}
