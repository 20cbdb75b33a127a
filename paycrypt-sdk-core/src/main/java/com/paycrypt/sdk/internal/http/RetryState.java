package com.paycrypt.sdk.internal.http;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.error.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The failures of a call so far, and what was tried about them; made by the first failure. */
final class RetryState {
    private final List<AttemptFailure> failures = new ArrayList<>();
    private Outcome outcome = Outcome.NOT_SENT;
    private int retries;
    private boolean clockTried;
    private ServerClock.@Nullable Anchor clockTrial;
    private @Nullable Credentials renewed;
    private String whyNoRetry = "";

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

    int retries() {
        return retries;
    }

    void countRetry() {
        retries++;
    }

    /** The server's time that this call signs with until it proves right or wrong. */
    ServerClock.@Nullable Anchor clockTrial() {
        return clockTrial;
    }

    boolean isClockTried() {
        return clockTried;
    }

    /** Once per call: with the server's time, or with this machine's again if there is none. */
    void tryClock(ServerClock.@Nullable Anchor anchor) {
        clockTried = true;
        clockTrial = anchor;
    }

    void endClockTrial() {
        clockTrial = null;
    }

    /** The credentials that the provider returned after a rejection, for the next attempt. */
    @Nullable
    Credentials renewed() {
        return renewed;
    }

    void renew(Credentials credentials) {
        renewed = credentials;
    }

    String whyNoRetry() {
        return whyNoRetry;
    }

    void whyNoRetry(String reason) {
        whyNoRetry = reason;
    }
}
