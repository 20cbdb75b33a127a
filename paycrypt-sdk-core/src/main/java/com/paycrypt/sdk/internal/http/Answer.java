package com.paycrypt.sdk.internal.http;

import java.io.IOException;
import java.time.Instant;
import java.util.function.Function;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** An answer, read within limits. */
final class Answer {
    static final int LIMIT = 1 << 20;

    private final int status;
    private final okhttp3.Headers headers;
    private final byte[] body;

    private Answer(Response response, byte[] body) {
        this.status = response.code();
        this.headers = response.headers();
        this.body = body;
    }

    /** Reads an answer; the body of an error may break off, that of a good answer must not. */
    static Answer read(Response response) throws IOException {
        BufferedSource source = response.body().source();
        try {
            return new Answer(response, bytes(source));
        } catch (IOException e) {
            if (response.isSuccessful()) {
                throw e;
            }
            return new Answer(response, received(source));
        }
    }

    int status() {
        return status;
    }

    okhttp3.Headers headers() {
        return headers;
    }

    /** The body after decompression, at most one byte more than the limit. */
    byte[] body() {
        return body;
    }

    boolean good() {
        return status / 100 == 2;
    }

    boolean tooLong() {
        return body.length > LIMIT;
    }

    /** What the reader makes of the body. */
    <T> T result(Function<byte[], T> reader) {
        if (tooLong()) {
            throw new IllegalArgumentException("the body is over 1 MiB and was not read on");
        }
        return reader.apply(body);
    }

    @Nullable
    Instant date() {
        return HttpDates.parse(headers.get(Headers.DATE));
    }

    private static byte[] bytes(BufferedSource source) throws IOException {
        return source.request(LIMIT + 1L) ? source.readByteArray(LIMIT + 1L) : source.readByteArray();
    }

    private static byte[] received(BufferedSource source) throws IOException {
        Buffer buffer = source.getBuffer();
        return buffer.readByteArray(Math.min(buffer.size(), LIMIT));
    }
}
