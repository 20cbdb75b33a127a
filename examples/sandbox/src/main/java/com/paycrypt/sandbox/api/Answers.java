package com.paycrypt.sandbox.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paycrypt.sandbox.http.Response;
import com.paycrypt.sandbox.wire.Dialect;
import com.paycrypt.sandbox.wire.Json;
import java.util.Locale;

/** Puts a refusal into the words of a dialect. */
interface Answers {
    /** The answer to a refused request. */
    Response refuse(Refusal refusal);

    /** The words of a dialect. */
    static Answers of(Dialect dialect) {
        return switch (dialect) {
            case GUIDE -> Answers::guide;
            case OLDER -> OlderAnswers::refuse;
            case NEWER -> NewerAnswers::refuse;
        };
    }

    /** JSON with the status codes that the guide gives for the same checks of webhooks. */
    private static Response guide(Refusal refusal) {
        return switch (refusal.reason()) {
            case MISSING_KEY, UNKNOWN_KEY -> Response.error(401, "invalid key");
            case DUPLICATE_HEADER, BAD_SIGNATURE -> Response.error(401, code(refusal));
            case BAD_TIMESTAMP, STALE, INVALID_JSON, INVALID_AMOUNT -> Response.error(400, code(refusal));
            case BODY_TOO_LONG -> Response.error(413, code(refusal));
            case UNKNOWN_SESSION -> Response.error(404, "not_found");
            case MISSING_FIELDS -> withFields("missing_fields", refusal);
            case INVALID_FIELDS, OVERLONG_FIELDS -> withFields("invalid_fields", refusal);
        };
    }

    /** A 400 that names fields. */
    static Response withFields(String code, Refusal refusal) {
        ObjectNode json = Json.object().put("error", code);
        ArrayNode fields = json.putArray("fields");
        refusal.fields().forEach(fields::add);
        return Response.json(400, json);
    }

    private static String code(Refusal refusal) {
        return refusal.reason().name().toLowerCase(Locale.ROOT);
    }
}
