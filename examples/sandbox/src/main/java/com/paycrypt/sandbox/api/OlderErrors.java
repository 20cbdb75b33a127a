package com.paycrypt.sandbox.api;

import com.paycrypt.sandbox.http.Response;

/** Errors as older servers word them: HTML pages where a framework answers, JSON where the application does. */
final class OlderErrors {
    private OlderErrors() {}

    static Response reject(Rejection rejection) {
        return switch (rejection.reason()) {
            case UNKNOWN_KEY -> Response.error(401, "invalid key");
            case MISSING_KEY, MISSING_HEADER -> page(403, "Forbidden", "Missing signature headers");
            case DUPLICATE_HEADER, BAD_SIGNATURE -> page(403, "Forbidden", "Bad signature");
            case BAD_TIMESTAMP -> page(403, "Forbidden", "Bad timestamp");
            case STALE -> page(403, "Forbidden", "Stale request");
            case BODY_TOO_LONG ->
                page(413, "Request Entity Too Large", "The data value transmitted exceeds the limit.");
            case MISSING_FIELDS -> ErrorResponses.withFields("missing fields", rejection);
            case INVALID_FIELDS, INVALID_AMOUNT, INVALID_JSON, OVERLONG_FIELDS -> serverError();
            case UNKNOWN_SESSION -> Response.error(404, "not found");
        };
    }

    private static Response serverError() {
        return page(500, "Internal Server Error", "The server encountered an internal error.");
    }

    private static Response page(int status, String title, String text) {
        return Response.html(
                status,
                "<!doctype html>\n<title>" + status + " " + title + "</title>\n<h1>" + title + "</h1>\n<p>" + text
                        + "</p>\n");
    }
}
