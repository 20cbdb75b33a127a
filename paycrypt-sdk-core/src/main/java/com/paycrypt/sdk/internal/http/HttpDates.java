package com.paycrypt.sdk.internal.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Dates as HTTP spells them (RFC 9110, 5.6.7), the obsolete forms included, whatever the default locale. */
final class HttpDates {
    private HttpDates() {}

    /** The date; null for what is none, letters beyond ASCII included, which OkHttp reads from servers but refuses here. */
    static @Nullable Instant parse(@Nullable String text) {
        try {
            return text == null ? null : okhttp3.Headers.of(Headers.DATE, text).getInstant(Headers.DATE);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
