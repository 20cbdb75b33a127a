package com.paycrypt.examples.doctor;

import java.time.Duration;
import java.util.Optional;

/**
 * A delivery and what came back.
 *
 * @param delivery what was sent
 * @param end how it ended
 * @param status the status of the response; 0 if there was none
 * @param location where a redirect leads; empty if nowhere
 * @param headers the response's headers, a line each
 * @param body the start of the response's body
 * @param sentWhole whether the receiver took the whole body before it answered
 * @param took the time from the start to the end of the response
 */
record Exchange(
        Delivery delivery,
        End end,
        int status,
        Optional<String> location,
        String headers,
        String body,
        boolean sentWhole,
        Duration took) {

    /** How an exchange ends. */
    enum End {
        /** With a response. */
        ANSWERED,
        /** Without one, in the time that PayCrypt waits. */
        TIMED_OUT,
        /** The receiver closed the connection without one. */
        CLOSED
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    boolean isRedirect() {
        return status >= 300 && status < 400;
    }

    boolean isServerError() {
        return status >= 500;
    }

    /** What came back, as the end of a sentence. */
    String told() {
        return switch (end) {
            case ANSWERED -> "was answered " + status;
            case TIMED_OUT -> "was not answered within " + took.toMillis() + " ms";
            case CLOSED -> "was not answered: the connection was closed";
        };
    }
}
