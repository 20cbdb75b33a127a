package com.paycrypt.sdk.internal.transport;

import java.util.function.Function;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the server, the same for every attempt.
 *
 * @param operation what kind of call this is
 * @param subject whose call it is, for messages: such as {@code order ORD-123}
 * @param url where it goes
 * @param body the bytes that are signed and sent; null sends none and signs the empty body
 * @param reader makes the result of a good answer's body, or throws IllegalArgumentException with what is wrong with it
 */
public record ApiRequest<T>(
        Operation operation, String subject, HttpUrl url, byte @Nullable [] body, Function<byte[], T> reader) {}
