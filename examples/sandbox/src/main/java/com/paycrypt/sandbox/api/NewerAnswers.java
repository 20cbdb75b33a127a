package com.paycrypt.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paycrypt.sandbox.http.Response;
import com.paycrypt.sandbox.wire.Json;

/** Refusals as newer servers word them: JSON, whose {@code error} is sometimes text and sometimes an object. */
final class NewerAnswers {
    private NewerAnswers() {}

    static Response refuse(Refusal refusal) {
        return switch (refusal.reason()) {
            case UNKNOWN_KEY -> Response.error(401, "invalid key");
            case MISSING_KEY -> forbidden("Missing headers");
            case DUPLICATE_HEADER, BAD_SIGNATURE -> forbidden("Bad signature");
            case BAD_TIMESTAMP -> forbidden("Bad timestamp");
            case STALE -> forbidden("Stale request");
            case BODY_TOO_LONG -> coded(413, "Request Entity Too Large");
            case MISSING_FIELDS -> Answers.withFields("missing_fields", refusal);
            case INVALID_AMOUNT -> Response.error(400, "invalid_amount");
            case INVALID_FIELDS, INVALID_JSON, OVERLONG_FIELDS -> coded(500, "Internal Server Error");
            case UNKNOWN_SESSION -> coded(404, "Not Found");
        };
    }

    private static Response forbidden(String text) {
        return Response.json(401, Json.object().put("error", "bad_signature").put("detail", "403 Forbidden: " + text));
    }

    private static Response coded(int status, String message) {
        ObjectNode error = Json.object().put("code", status).put("message", message);
        return Response.json(status, Json.object().set("error", error));
    }
}
