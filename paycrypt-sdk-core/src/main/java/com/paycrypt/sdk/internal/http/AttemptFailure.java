package com.paycrypt.sdk.internal.http;

import com.paycrypt.sdk.error.Outcome;
import com.paycrypt.sdk.internal.json.ErrorBody;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one attempt failed.
 *
 * @param kind what failed
 * @param outcome whether the attempt took effect
 * @param retryable whether another attempt may succeed
 * @param text what was found, and what to do
 * @param cause what was thrown, if anything
 * @param response what the server responded with, if anything
 * @param said what the response's body said, if there was a response
 * @param retryAfter how long the server asked to wait, if it did
 */
record AttemptFailure(
        Kind kind,
        Outcome outcome,
        boolean retryable,
        Text text,
        @Nullable Throwable cause,
        @Nullable ApiResponse response,
        @Nullable ErrorBody said,
        @Nullable Duration retryAfter) {

    /** A failure without a response. */
    static AttemptFailure silent(Kind kind, Outcome outcome, boolean retryable, Text text, @Nullable Throwable cause) {
        return new AttemptFailure(kind, outcome, retryable, text, cause, null, null, null);
    }

    /** An attempt that did not begin. */
    static AttemptFailure notBegun(Kind kind, String found, String advice) {
        return silent(kind, Outcome.NOT_SENT, false, new Text(found, advice), null);
    }

    int status() {
        return response == null ? 0 : response.status();
    }

    /**
     * The two halves of a message.
     *
     * @param found what was found against what was expected
     * @param advice what to do about it
     */
    record Text(String found, String advice) {}

    /** What failed; each has a word for metrics. */
    enum Kind {
        /** The server responded with an error status. */
        STATUS("status"),

        /** The server responded with success, but with something else than a result. */
        RESPONSE("response"),

        DNS("dns"),
        CONNECT("connect"),
        TLS("tls"),
        TIMEOUT("timeout"),
        IO("io"),

        /** An interceptor of a given OkHttpClient failed, or changed or repeated the request. */
        INTERCEPTOR("interceptor"),

        /** The credentials provider or the clock failed. */
        CREDENTIALS("credentials"),

        INTERRUPTED("interrupted"),
        CANCELLED("cancelled");

        final String word;

        Kind(String word) {
            this.word = word;
        }
    }
}
