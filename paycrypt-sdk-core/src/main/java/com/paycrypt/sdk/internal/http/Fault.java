package com.paycrypt.sdk.internal.http;

import com.paycrypt.sdk.error.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one attempt failed.
 *
 * @param outcome what became of this attempt
 * @param result one word for metrics
 * @param passing whether another attempt may succeed
 * @param found what was found against what was wanted, for the message
 * @param advice what to do about it, for the message
 * @param cause what was thrown, if anything
 * @param answer what was answered, if anything
 * @param said what the answer's body said, if there was an answer
 * @param retryAfter how long the server asked to wait, if it did
 */
record Fault(
        Outcome outcome,
        String result,
        boolean passing,
        String found,
        String advice,
        @Nullable Throwable cause,
        @Nullable Answer answer,
        @Nullable ErrorBody said,
        @Nullable Duration retryAfter) {

    /** There was no answer. */
    static Fault silent(Outcome outcome, String result, boolean passing, Text text, @Nullable Throwable cause) {
        return new Fault(outcome, result, passing, text.found(), text.advice(), cause, null, null, null);
    }

    int status() {
        return answer == null ? 0 : answer.status();
    }

    /**
     * The two halves of a message.
     *
     * @param found what was found against what was wanted
     * @param advice what to do about it
     */
    record Text(String found, String advice) {}
}
