package com.paycrypt.sdk.internal.http;

import java.util.function.Function;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** What is asked of the server, the same for every attempt. */
public final class ApiRequest<T> {
    private final Operation operation;
    private final String subject;
    private final HttpUrl url;
    private final byte @Nullable [] body;
    private final Function<byte[], T> reader;

    /**
     * Describes a request.
     *
     * @param operation what kind of call this is
     * @param subject whose call it is, for messages: such as {@code order ORD-123}
     * @param url where it goes
     * @param body the bytes that are signed and sent; null sends none and signs the empty body
     * @param reader makes the result of a good answer's body, or throws IllegalArgumentException with what is wrong
     */
    public ApiRequest(
            Operation operation, String subject, HttpUrl url, byte @Nullable [] body, Function<byte[], T> reader) {
        this.operation = operation;
        this.subject = subject;
        this.url = url;
        this.body = body;
        this.reader = reader;
    }

    Operation operation() {
        return operation;
    }

    String subject() {
        return subject;
    }

    HttpUrl url() {
        return url;
    }

    byte @Nullable [] body() {
        return body;
    }

    Function<byte[], T> reader() {
        return reader;
    }
}
