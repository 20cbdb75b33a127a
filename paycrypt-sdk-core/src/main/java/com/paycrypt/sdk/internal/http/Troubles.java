package com.paycrypt.sdk.internal.http;

import com.paycrypt.sdk.error.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What went wrong in a call so far; made by its first fault. */
final class Troubles {
    private final List<Fault> faults = new ArrayList<>();
    private Outcome outcome = Outcome.NOT_SENT;
    private int retries;
    private boolean clockTried;
    private SigningClock.@Nullable Anchor trial;
    private String whyNoMore = "";

    /** The worst outcome counts: what one attempt may have done, a later refusal does not undo. */
    void add(Fault fault) {
        faults.add(fault);
        if (fault.outcome().compareTo(outcome) > 0) {
            outcome = fault.outcome();
        }
    }

    List<Fault> faults() {
        return faults;
    }

    Fault last() {
        return faults.get(faults.size() - 1);
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
    SigningClock.@Nullable Anchor trial() {
        return trial;
    }

    boolean clockTried() {
        return clockTried;
    }

    /** Once per call: with the server's time, or with this machine's again where there is none. */
    void tryClock(SigningClock.@Nullable Anchor anchor) {
        clockTried = true;
        trial = anchor;
    }

    void endTrial() {
        trial = null;
    }

    String whyNoMore() {
        return whyNoMore;
    }

    void whyNoMore(String reason) {
        whyNoMore = reason;
    }
}
