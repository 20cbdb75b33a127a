package com.paycrypt.sandbox.dashboard;

import com.paycrypt.sandbox.delivery.Attempt;

/** What the answer of a receiver usually means, for whoever has to make it a 200. */
final class Hint {
    private Hint() {}

    /** A sentence or two, empty where there is nothing to say. */
    static String of(Attempt attempt) {
        if (attempt.status().isEmpty()) {
            return "The receiver did not answer. Is it running, does webhook_url name its port, and does it answer before it"
                    + " does the work?";
        }
        int status = attempt.status().getAsInt();
        return switch (status) {
            case 400 -> "The receiver found the timestamp stale or misspelt, or the body no event. Compare the clocks.";
            case 401 ->
                "The receiver refused the key or the signature. Has it this sandbox's key and secret, and does it"
                        + " verify the raw bytes, before any filter or framework has parsed them?";
            case 403 ->
                "Something in front of the receiver refused, most often a CSRF check or a login: let webhooks"
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
            case 3 -> "Redirects are not followed: set webhook_url to where it leads. Often it is http to https.";
            case 5 -> "The receiver's own code failed: its log says why.";
            default -> "";
        };
    }
}
