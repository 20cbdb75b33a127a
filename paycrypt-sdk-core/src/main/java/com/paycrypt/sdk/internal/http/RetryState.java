package com.paycrypt.sdk.internal.http;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.error.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The failures of a call so far, and what was tried about them; made by the first failure, changed by one thread at a time. */
final class RetryState {
    private final List<AttemptFailure> failures = new ArrayList<>();
    private Outcome outcome = Outcome.NOT_SENT;

    /** How often the retry policy was made use of. */
    int retries;

    /** Whether an attempt was made again because its connection turned out to be closed. */
    boolean connectionTried;

    /** Whether another time was tried: the server's, or this machine's again. */
    boolean clockTried;

    /** The server's time that this call signs with until it proves right or wrong. */
    ServerClock.@Nullable Anchor clockTrial;

    /** The credentials that the provider returned after a rejection. */
    @Nullable
    Credentials renewed;

    /** Why there was no other attempt, for the message. */
    String whyNoRetry = "";

    /** The worst outcome counts: what one attempt may have done, a later rejection does not undo. */
    void add(AttemptFailure failure) {
        failures.add(failure);
        if (failure.outcome().compareTo(outcome) > 0) {
            outcome = failure.outcome();
        }
    }

    List<AttemptFailure> failures() {
        return failures;
    }

    AttemptFailure last() {
        return failures.get(failures.size() - 1);
    }

    Outcome outcome() {
        return outcome;
    }
}
