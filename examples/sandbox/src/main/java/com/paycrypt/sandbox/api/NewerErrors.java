package com.paycrypt.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paycrypt.sandbox.http.Response;
import com.paycrypt.sandbox.wire.Json;
import java.util.Optional;

/** Errors as newer servers word them: JSON, whose {@code error} is sometimes text and sometimes an object. */
final class NewerErrors {
    private NewerErrors() {}

    static Response reject(Rejection rejection, Optional<String> requestId) {
        return switch (rejection.reason()) {
            case UNKNOWN_KEY -> Response.error(401, "invalid key");
            case MISSING_KEY, MISSING_HEADER -> forbidden("Missing signature headers");
            case DUPLICATE_HEADER, BAD_SIGNATURE -> forbidden("Bad signature");
            case BAD_TIMESTAMP -> forbidden("Bad timestamp");
            case STALE -> forbidden("Stale request");
            case BODY_TOO_LONG -> coded(413, "request_entity_too_large", "The request is too large", requestId);
            case MISSING_FIELDS -> ErrorResponses.withFields("missing_fields", rejection);
            case INVALID_AMOUNT -> Response.error(400, "invalid_amount");
            case INVALID_FIELDS, INVALID_JSON, OVERLONG_FIELDS ->
                coded(500, "internal_error", "An internal error occurred", requestId);
            case UNKNOWN_SESSION -> coded(404, "not_found", "The requested resource was not found", requestId);
        };
    }

    private static Response forbidden(String text) {
        return Response.json(401, Json.object().put("error", "bad_signature").put("detail", "403 Forbidden: " + text));
    }

    /** The code is text. */
    private static Response coded(int status, String code, String message, Optional<String> requestId) {
        ObjectNode error = Json.object().put("code", code).put("message", message);
        requestId.ifPresent(id -> error.put("request_id", id));
        return Response.json(status, Json.object().set("error", error));
    }
}
