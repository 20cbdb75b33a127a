package com.paycrypt.sdk.internal.http;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.auth.CredentialsProvider;
import com.paycrypt.sdk.call.RetryPolicy;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** Decides whether a failed attempt is retried, and after what delay. */
final class RetryStrategy {
    private static final long FIRST_DELAY_MILLIS = 500;
    private static final long MAX_DELAY_MILLIS = 8_000;
    private static final int MAX_DOUBLINGS = 4;

    private final ServerClock clock;
    private final CredentialsProvider credentials;
    /** Made by the first retry. */
    private final AtomicReference<@Nullable RetryBudget> budget = new AtomicReference<>();

    private final DoubleSupplier random;
    private final boolean dateIsTrusted;

    /** Decides for one client; a date that anyone on the way could have changed is not trusted. */
    RetryStrategy(ClientConfig config, ServerClock clock) {
        this.clock = clock;
        this.credentials = config.credentials();
        this.random = config.time().random();
        this.dateIsTrusted = BaseUrl.isPrivate(config.base());
    }

    /** Returns what follows the failure that was added last. */
    Step after(Attempt attempt, RetryState state, RetryPolicy policy, long remaining, CallObservers observers) {
        if (attempt.isStale() && !state.connectionTried) {
            state.connectionTried = true;
            return Step.NOW;
        }
        ApiResponse response = state.last().response();
        if (response != null) {
            settleClock(ServerClock.isAccepted(response.status()), response, state, observers);
            if (isSignedAnew(response, attempt, state, observers)) {
                return Step.NOW;
            }
        }
        return retry(state, policy, remaining);
    }

    /** Ends a call that succeeded. */
    void succeeded(ApiResponse response, @Nullable RetryState state, CallObservers observers) {
        RetryBudget used = budget.get();
        if (used != null) {
            used.succeeded(state == null ? 0 : state.retries);
        }
        if (state != null) {
            settleClock(true, response, state, observers);
        }
    }

    /** Keeps or drops the server's time that this call signed with, as soon as a response decides it. */
    private void settleClock(boolean accepted, ApiResponse response, RetryState state, CallObservers observers) {
        ServerClock.Anchor trial = state.clockTrial;
        if (trial == null) {
            return;
        }
        if (accepted) {
            state.clockTrial = null;
            Duration offset = clock.keep(trial);
            if (offset != null) {
                observers.clockCorrected(offset);
            }
        } else if (ServerClock.isRejection(response.status())) {
            state.clockTrial = null;
        }
    }

    /** A signature that was rejected for its time or its secret is no failure to retry: another one may be right. */
    private boolean isSignedAnew(ApiResponse response, Attempt attempt, RetryState state, CallObservers observers) {
        return ServerClock.isRejection(response.status())
                && ((dateIsTrusted && !state.clockTried && hasOtherTime(response, attempt, state, observers))
                        || (state.renewed == null && hasOtherCredentials(response, attempt, state, observers)));
    }

    private boolean hasOtherTime(ApiResponse response, Attempt attempt, RetryState state, CallObservers observers) {
        if (clock.isMachineRight(response.date(), attempt.signedAt())) {
            state.clockTried = true;
            if (clock.returnToMachine()) {
                observers.clockCorrected(Duration.ZERO);
            }
            return true;
        }
        ServerClock.Anchor trial = clock.trial(response.date(), attempt.signedAt());
        if (trial != null) {
            state.clockTried = true;
            state.clockTrial = trial;
        }
        return trial != null;
    }

    private boolean hasOtherCredentials(
            ApiResponse response, Attempt attempt, RetryState state, CallObservers observers) {
        Credentials rejected = Objects.requireNonNull(attempt.credentials());
        if (response.status() == 400) {
            return false;
        }
        try {
            Credentials renewed = credentials.renewed(rejected);
            if (!RequestSigner.areSame(renewed, rejected)) {
                state.renewed = renewed;
                observers.credentialsRenewed();
            }
        } catch (RuntimeException e) {
            state.whyNoRetry =
                    ". The credentials provider failed with " + e.getClass().getName();
        }
        return state.renewed != null;
    }

    private Step retry(RetryState state, RetryPolicy policy, long remaining) {
        AttemptFailure failure = state.last();
        if (!failure.retryable()
                || state.retries >= policy.retries()
                || !policy.retriedOutcomes().contains(failure.outcome())) {
            return Step.END;
        }
        Duration asked = failure.retryAfter();
        Duration delay = asked == null ? backoff(state.retries) : asked;
        if (delay.toNanos() >= remaining) {
            state.whyNoRetry = ". There was no other attempt, because a delay of " + text(delay)
                    + " does not fit the call's time limit";
            return Step.END;
        }
        if (!budget().tryRetry()) {
            state.whyNoRetry = ". There was no other attempt, because most calls of this client fail at the moment";
            return Step.END;
        }
        state.retries++;
        return new Step(delay);
    }

    private RetryBudget budget() {
        if (budget.get() == null) {
            budget.compareAndSet(null, new RetryBudget());
        }
        return Objects.requireNonNull(budget.get());
    }

    int retriesLeft() {
        return budget().retriesLeft();
    }

    /** Full jitter, so that clients do not march in step. */
    private Duration backoff(int retriesBefore) {
        long max = Math.min(MAX_DELAY_MILLIS, FIRST_DELAY_MILLIS << Math.min(retriesBefore, MAX_DOUBLINGS));
        return Duration.ofNanos((long) (random.getAsDouble() * max * 1_000_000L));
    }

    private static String text(Duration delay) {
        long millis = Math.max(1, delay.toMillis());
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }

    /** What follows an attempt: another one after a delay, or the end of the call. */
    static final class Step {
        static final Step END = new Step(Duration.ZERO);
        static final Step NOW = new Step(Duration.ZERO);

        private final Duration delay;

        private Step(Duration delay) {
            this.delay = delay;
        }

        boolean isEnd() {
            return this == END;
        }

        Duration delay() {
            return delay;
        }
    }
}
