package com.paycrypt.sdk.internal.http;

import java.util.List;
import java.util.Locale;

/** Names of headers. */
final class Headers {
    static final String KEY = "X-Paycrypt-Key";
    static final String TIMESTAMP = "X-Paycrypt-Timestamp";
    static final String SIGNATURE = "X-Paycrypt-Signature";
    static final String REQUEST_ID = "X-Request-ID";
    static final String RETRY_AFTER = "Retry-After";
    static final String DATE = "Date";

    /** What decides how a request is read or where it goes, in lower case. */
    private static final List<String> OURS = List.of(
            "x-request-id",
            "host",
            "connection",
            "content-",
            "transfer-encoding",
            "te",
            "trailer",
            "upgrade",
            "expect",
            "accept",
            "accept-",
            "range",
            "if-",
            "user-agent",
            "authorization",
            "proxy-",
            "cookie",
            "x-paycrypt-");

    private Headers() {}

    /** Whether the SDK or its HTTP client alone sets the header. */
    static boolean isOurs(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return OURS.stream().anyMatch(ours -> ours.endsWith("-") ? lower.startsWith(ours) : lower.equals(ours));
    }
}
