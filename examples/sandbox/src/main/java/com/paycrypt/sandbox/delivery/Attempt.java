package com.paycrypt.sandbox.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to deliver: what was sent and what came back.
 *
 * @param at when it was signed, by the sandbox's clock
 * @param requestHeaders the headers that signed it
 * @param status the status of the answer, or empty if there was none
 * @param responseHeaders the headers of the answer
 * @param responseBody the first 16 KiB of the answer
 * @param failure why there was no answer, else {@code null}
 * @param took how long it took
 */
public record Attempt(
        Instant at,
        Map<String, String> requestHeaders,
        OptionalInt status,
        Map<String, String> responseHeaders,
        String responseBody,
        @Nullable String failure,
        Duration took) {

    /** Copies the headers. */
    public Attempt {
        requestHeaders = Map.copyOf(requestHeaders);
        responseHeaders = Map.copyOf(responseHeaders);
    }

    /**
     * Whether the receiver took it.
     *
     * @return true for a status from 200 to 299
     */
    public boolean succeeded() {
        return status.isPresent() && status.getAsInt() / 100 == 2;
    }

    /**
     * The outcome in a few words.
     *
     * @return such as {@code 200} or {@code no answer within 5 s}
     */
    public String outcome() {
        return failure != null ? failure : Integer.toString(status.orElse(0));
    }
}
