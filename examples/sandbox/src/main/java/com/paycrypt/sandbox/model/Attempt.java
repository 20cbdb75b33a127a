package com.paycrypt.sandbox.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One attempt to deliver a webhook: what was sent and what came back.
 *
 * @param at when it was signed, by the sandbox's clock
 * @param requestHeaders the headers that were sent, in their order
 * @param status the status of the response, or empty if there was none
 * @param responseHeaders the headers of the response
 * @param responseBody the first 16 KiB of the response
 * @param failure why there was no response, if there was none
 * @param took how long it took
 */
public record Attempt(
        Instant at,
        Map<String, String> requestHeaders,
        OptionalInt status,
        Map<String, String> responseHeaders,
        String responseBody,
        Optional<String> failure,
        Duration took) {

    /**
     * Copies the headers.
     *
     * @param at when it was signed, by the sandbox's clock
     * @param requestHeaders the headers that were sent, in their order
     * @param status the status of the response, or empty if there was none
     * @param responseHeaders the headers of the response
     * @param responseBody the first 16 KiB of the response
     * @param failure why there was no response, if there was none
     * @param took how long it took
     */
    public Attempt {
        requestHeaders = Collections.unmodifiableMap(new LinkedHashMap<>(requestHeaders));
        responseHeaders = Collections.unmodifiableMap(new LinkedHashMap<>(responseHeaders));
    }

    /**
     * Returns whether the receiver accepted it.
     *
     * @return true for a status from 200 to 299
     */
    public boolean succeeded() {
        return status.isPresent() && status.getAsInt() / 100 == 2;
    }

    /**
     * Returns the outcome in a few words.
     *
     * @return such as {@code 200} or {@code no response within 5 s}
     */
    public String outcome() {
        return failure.orElseGet(() -> Integer.toString(status.orElse(0)));
    }
}
