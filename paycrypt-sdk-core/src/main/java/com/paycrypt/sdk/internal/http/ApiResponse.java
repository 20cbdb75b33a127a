package com.paycrypt.sdk.internal.http;

import com.paycrypt.sdk.call.CallMetadata;
import com.paycrypt.sdk.internal.text.HeaderNames;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;
import okhttp3.Headers;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** A response, read within limits. */
final class ApiResponse {
    static final int MAX_BODY = 1 << 20;

    /** Longer than any call lasts. */
    private static final int MAX_RETRY_AFTER_SECONDS = 366 * 24 * 60 * 60;

    private static final int MAX_DIGITS = 32;

    private final int status;
    private final Headers headers;
    private final byte[] body;

    private ApiResponse(Response response, byte[] body) {
        this.status = response.code();
        this.headers = response.headers();
        this.body = body;
    }

    /** Reads a response; the body of an error may break off, that of a success must not. */
    static ApiResponse read(Response response) throws IOException {
        BufferedSource source = response.body().source();
        try {
            return new ApiResponse(response, bytes(source));
        } catch (IOException e) {
            if (response.isSuccessful()) {
                throw e;
            }
            Buffer received = source.getBuffer();
            return new ApiResponse(response, received.readByteArray(Math.min(received.size(), MAX_BODY)));
        }
    }

    int status() {
        return status;
    }

    @Nullable
    String header(String name) {
        return headers.get(name);
    }

    /** Returns the body after decompression, at most one byte more than the limit. */
    byte[] body() {
        return body;
    }

    boolean isSuccessful() {
        return status / 100 == 2;
    }

    boolean isTooLong() {
        return body.length > MAX_BODY;
    }

    /** Returns the request id that the response carries, or else the one that was sent. */
    String requestId(String sent) {
        String echoed = header(HeaderNames.REQUEST_ID);
        return echoed == null || echoed.isBlank() ? sent : echoed;
    }

    /** Returns what the reader makes of a successful response. */
    <T> T result(BiFunction<byte[], CallMetadata, T> reader, CallMetadata call) {
        if (isTooLong()) {
            throw new IllegalArgumentException("the body is over 1 MiB and was not read on");
        }
        return reader.apply(body, call);
    }

    /** Returns the server's time, or null if there is none that can be read. */
    @Nullable
    Instant date() {
        return date(header(HeaderNames.DATE));
    }

    /**
     * Returns how long the server asks to wait: seconds or a date in the header (RFC 9110, 10.2.3), or seconds in the body;
     * null if it does not.
     */
    @Nullable
    Duration retryAfter(@Nullable String header, @Nullable String inBody) {
        Duration wait = header == null ? null : seconds(header.strip());
        wait = wait == null ? untilDate(header) : wait;
        return wait == null ? seconds(inBody) : wait;
    }

    private @Nullable Duration untilDate(@Nullable String header) {
        Instant until = date(header == null ? null : header.strip());
        Instant answered = date();
        return until == null || answered == null ? null : bounded(Duration.between(answered, until));
    }

    /** OkHttp reads letters beyond ASCII from servers, and rejects them here. */
    private static @Nullable Instant date(@Nullable String text) {
        try {
            return text == null ? null : Headers.of(HeaderNames.DATE, text).getInstant(HeaderNames.DATE);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Duration seconds(@Nullable String text) {
        if (text == null || text.isEmpty() || !text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.')) {
            return null;
        }
        if (text.length() > MAX_DIGITS) {
            return Duration.ofSeconds(MAX_RETRY_AFTER_SECONDS);
        }
        try {
            BigDecimal seconds = new BigDecimal(text).min(BigDecimal.valueOf(MAX_RETRY_AFTER_SECONDS));
            return Duration.ofMillis(
                    seconds.movePointRight(3).setScale(0, RoundingMode.CEILING).longValueExact());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Duration bounded(Duration wait) {
        Duration max = Duration.ofSeconds(MAX_RETRY_AFTER_SECONDS);
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(max) > 0 ? max : wait;
    }

    private static byte[] bytes(BufferedSource source) throws IOException {
        return source.request(MAX_BODY + 1L) ? source.readByteArray(MAX_BODY + 1L) : source.readByteArray();
    }
}
