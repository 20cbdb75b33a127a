package com.paycrypt.sandbox.api;

import com.paycrypt.sandbox.http.Response;

/** Refusals as older servers word them: HTML pages where a framework answers, JSON where the application does. */
final class OlderAnswers {
    private OlderAnswers() {}

    static Response refuse(Refusal refusal) {
        return switch (refusal.reason()) {
            case UNKNOWN_KEY -> Response.error(401, "invalid key");
            case MISSING_KEY -> page(403, "Forbidden", "Missing headers");
            case DUPLICATE_HEADER, BAD_SIGNATURE -> page(403, "Forbidden", "Bad signature");
            case BAD_TIMESTAMP -> page(403, "Forbidden", "Bad timestamp");
            case STALE -> page(403, "Forbidden", "Stale request");
            case BODY_TOO_LONG ->
                page(413, "Request Entity Too Large", "The data value transmitted exceeds the limit.");
            case MISSING_FIELDS -> Answers.withFields("missing fields", refusal);
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
