package com.paycrypt.sandbox.console;

import com.paycrypt.sandbox.model.Attempt;

/** What the response of a receiver usually means, and what to do about it. */
final class Hint {
    private Hint() {}

    /** Returns a sentence or two, empty if there is nothing to say. */
    static String of(Attempt attempt) {
        if (attempt.status().isEmpty()) {
            return "The receiver did not respond. Is it running, does webhook_url name its port, and does it respond within 5 s?"
                    + " Work that takes longer belongs behind the response.";
        }
        int status = attempt.status().getAsInt();
        return switch (status) {
            case 400 ->
                "The receiver found the timestamp stale or malformed, or the body no event. Compare the clocks.";
            case 401 ->
                "The receiver rejected the key or the signature. Has it this sandbox's key and secret, and does it"
                        + " verify the raw bytes, before any filter or framework has parsed them?";
            case 403 ->
                "Something in front of the receiver rejected it, most often a CSRF check or a login: let webhooks"
                        + " through to the code that verifies them.";
            case 404 -> "Nothing listens on that path. A trailing slash makes another path.";
            case 405 -> "The path is there, but takes no POST.";
            case 413 -> "The receiver takes less than the body has.";
            case 415 -> "The receiver wants another Content-Type than application/json.";
            default -> ofClass(status / 100);
        };
    }

    private static String ofClass(int hundreds) {
        return switch (hundreds) {
            case 3 ->
                "Redirects are not followed, or end here: set webhook_url to where it leads. Often it is http to https.";
            case 5 -> "The receiver's own code failed: its log says why.";
            default -> "";
        };
    }
}
