package com.paycrypt.sandbox.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paycrypt.sandbox.http.Response;
import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sandbox.wire.Json;
import java.util.Locale;
import java.util.Optional;

/** Puts a rejection into the words of a dialect. */
interface ErrorResponses {
    /** Returns the response to a rejected request. */
    Response reject(Rejection rejection, Optional<String> requestId);

    /** Returns the words of a dialect. */
    static ErrorResponses of(Dialect dialect) {
        return switch (dialect) {
            case GUIDE -> (rejection, requestId) -> guide(rejection);
            case OLDER -> (rejection, requestId) -> OlderErrors.reject(rejection);
            case NEWER -> NewerErrors::reject;
        };
    }

    /** JSON with the status codes that the guide gives for the same checks of webhooks. */
    private static Response guide(Rejection rejection) {
        return switch (rejection.reason()) {
            case MISSING_KEY, UNKNOWN_KEY -> Response.error(401, "invalid key");
            case DUPLICATE_HEADER, MISSING_HEADER, BAD_SIGNATURE -> Response.error(401, code(rejection));
            case BAD_TIMESTAMP, STALE, INVALID_JSON, INVALID_AMOUNT -> Response.error(400, code(rejection));
            case BODY_TOO_LONG -> Response.error(413, code(rejection));
            case UNKNOWN_SESSION -> Response.error(404, "not_found");
            case MISSING_FIELDS -> withFields("missing_fields", rejection);
            case INVALID_FIELDS, OVERLONG_FIELDS -> withFields("invalid_fields", rejection);
        };
    }

    /** A 400 that names fields. */
    static Response withFields(String code, Rejection rejection) {
        ObjectNode json = Json.object().put("error", code);
        ArrayNode fields = json.putArray("fields");
        rejection.fields().forEach(fields::add);
        return Response.json(400, json);
    }

    private static String code(Rejection rejection) {
        return rejection.reason().name().toLowerCase(Locale.ROOT);
    }
}
