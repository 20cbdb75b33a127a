package com.paycrypt.sdk.internal.http;

import com.paycrypt.sdk.call.RetryPolicy;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** What follows a failed attempt: one more with the server's clock, one more after a pause, or the end. */
final class Decision {
    private static final System.Logger LOG = System.getLogger("com.paycrypt.sdk");

    private final RetryPolicy policy;
    private final SigningClock clock;
    private final DoubleSupplier random;
    private final boolean dateIsTrusted;

    Decision(RetryPolicy policy, SigningClock clock, DoubleSupplier random, boolean dateIsTrusted) {
        this.policy = policy;
        this.clock = clock;
        this.random = random;
        this.dateIsTrusted = dateIsTrusted;
    }

    /** How long to wait before the next attempt; null for none. */
    @Nullable
    Duration after(Fault fault, Attempt attempt, Troubles troubles, long remaining, @Nullable CallWatch watch) {
        Answer answer = fault.answer();
        if (answer != null) {
            settleClock(answer, troubles, watch);
            if (triesAnotherTime(answer, attempt, troubles, watch)) {
                return Duration.ZERO;
            }
        }
        return retry(fault, troubles, remaining);
    }

    /** Keeps or drops the server's time that this call signed with, as soon as an answer tells. */
    void settleClock(Answer answer, Troubles troubles, @Nullable CallWatch watch) {
        SigningClock.Anchor trial = troubles.trial();
        if (trial == null) {
            return;
        }
        if (Refusals.provesAccepted(answer.status())) {
            troubles.endTrial();
            report(clock.keep(trial), watch);
        } else if (Refusals.contains(answer.status())) {
            troubles.endTrial();
        }
    }

    private boolean triesAnotherTime(Answer answer, Attempt attempt, Troubles troubles, @Nullable CallWatch watch) {
        if (!dateIsTrusted || troubles.clockTried() || !Refusals.contains(answer.status())) {
            return false;
        }
        if (clock.machineIsRight(answer.date(), attempt.signedAt())) {
            troubles.tryClock(null);
            returnToMachine(watch);
            return true;
        }
        SigningClock.Anchor trial = clock.trial(answer.date(), attempt.signedAt());
        if (trial != null) {
            troubles.tryClock(trial);
        }
        return trial != null;
    }

    private @Nullable Duration retry(Fault fault, Troubles troubles, long remaining) {
        if (!fault.passing() || !policy.allows(fault.outcome(), troubles.retries())) {
            return null;
        }
        Duration asked = fault.retryAfter();
        Duration pause = asked == null ? Backoff.before(troubles.retries() + 1, random) : asked;
        if (pause.toNanos() >= remaining) {
            troubles.whyNoMore(". There was no other attempt, because a wait of " + text(pause)
                    + " does not fit the call's time limit");
            return null;
        }
        troubles.countRetry();
        return pause;
    }

    private static String text(Duration pause) {
        long millis = Math.max(1, pause.toMillis());
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }

    private void returnToMachine(@Nullable CallWatch watch) {
        if (!clock.returnToMachine()) {
            return;
        }
        LOG.log(
                System.Logger.Level.WARNING,
                "This machine's clock agrees with PayCrypt's again. Requests are signed with it from now on");
        if (watch != null) {
            watch.clockCorrected(Duration.ZERO);
        }
    }

    private static void report(@Nullable Duration offset, @Nullable CallWatch watch) {
        if (offset == null) {
            return;
        }
        long seconds = offset.toSeconds();
        LOG.log(
                System.Logger.Level.WARNING,
                () -> "This machine's clock is " + Math.abs(seconds) + " s " + (seconds > 0 ? "behind" : "ahead of")
                        + " PayCrypt's. Requests are signed with the server's time from now on; set the clock (NTP)");
        if (watch != null) {
            watch.clockCorrected(offset);
        }
    }
}
