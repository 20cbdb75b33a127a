package com.paycrypt.sdk.internal.http;

import com.paycrypt.sdk.call.CallMetadata;
import com.paycrypt.sdk.internal.json.ErrorBody;
import java.util.Set;
import java.util.function.BiFunction;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A request to the API, the same for every attempt.
 *
 * @param operation the kind of call
 * @param subject what the call is about, for messages: such as {@code order ORD-123}
 * @param url the URL
 * @param body the bytes that are signed and sent; null sends none and signs the empty body
 * @param reader makes the result of a successful response's body, or throws IllegalArgumentException with what is wrong
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copied nowhere on the way to the socket
public record ApiRequest<T>(
        Operation operation,
        String subject,
        HttpUrl url,
        byte @Nullable [] body,
        BiFunction<byte[], CallMetadata, T> reader) {
    /** What servers call it that a request lacks fields, which they look at after key, timestamp and signature. */
    private static final Set<String> MISSING_FIELDS = Set.of("missing fields", "invalid amount");

    /** Whether an error shows what was to be shown: that a request without fields got as far as being checked for them. */
    boolean isAnsweredBy(ApiResponse response) {
        if (operation != Operation.VERIFY_CONNECTION || (response.status() != 400 && response.status() != 422)) {
            return false;
        }
        ErrorBody said = ErrorBody.read(response.body());
        return !said.fields().isEmpty()
                || MISSING_FIELDS.contains(String.valueOf(said.code()).replace('_', ' '));
    }

    /** The kinds of calls, with the words that messages about them are made of. */
    public enum Operation {
        CREATE_SESSION(
                "payment_sessions.create",
                "POST",
                "/api/v1/payment_sessions",
                "Creating a payment session for ",
                "A session may have been created. Create it again for the same order id: that is safe, because a session"
                        + " moves no money until a customer pays it"),

        RETRIEVE_SESSION(
                "payment_sessions.retrieve",
                "GET",
                "/api/v1/payment_sessions/{id}",
                "Retrieving payment session ",
                "Retrieve it again: reading changes nothing"),

        VERIFY_CONNECTION(
                "connection.verify",
                "POST",
                "/api/v1/payment_sessions",
                "Verifying the connection to ",
                "Verify it again: nothing is created by it");

        final String id;
        final String method;
        final String path;
        final String doing;
        final String ifUnknown;

        Operation(String id, String method, String path, String doing, String ifUnknown) {
            this.id = id;
            this.method = method;
            this.path = path;
            this.doing = doing;
            this.ifUnknown = ifUnknown;
        }
    }
}
