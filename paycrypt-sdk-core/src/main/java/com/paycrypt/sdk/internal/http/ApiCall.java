package com.paycrypt.sdk.internal.http;

import com.paycrypt.sdk.call.AttemptInfo;
import com.paycrypt.sdk.error.Outcome;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import okhttp3.Call;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * One call, whoever drives it: {@link #attempt} tells its story. Attempts are made one after the other, on whichever
 * threads; {@link #cancel} alone may come at any time.
 */
final class ApiCall<T> {
    private final Transport transport;
    private final ApiRequest<T> request;
    private final String requestId = RequestIds.next();
    private final long startedAt;
    private final @Nullable CallWatch watch;
    private int attempts;
    private @Nullable Troubles troubles;
    private @Nullable T value;
    private @Nullable RuntimeException failure;
    private volatile @Nullable Attempt current;
    private volatile boolean cancelled;

    ApiCall(Transport transport, ApiRequest<T> request) {
        this.transport = transport;
        this.request = request;
        this.startedAt = transport.nanos();
        this.watch = transport.watch(request.operation(), requestId);
    }

    /**
     * One attempt: signed, sent, read within limits and judged. Blocks.
     *
     * @return how long to wait before the next; null when the call has ended
     */
    @Nullable
    Duration attempt() {
        Fault obstacle = Obstacles.before(this, transport);
        if (obstacle != null) {
            return fail(obstacle);
        }
        attempts++;
        Attempt attempt = new Attempt(transport.nanos(), transport.clock().seconds(trial()));
        Answer answer;
        try (Response response = signed(attempt).execute()) {
            answer = Answer.read(response);
        } catch (Exception e) {
            return next(thrown(e, attempt), attempt);
        } finally {
            transport.leave(attempt);
        }
        return judge(answer, attempt);
    }

    /** The result of a call that has ended, or what it failed with. */
    T result() {
        if (failure != null) {
            throw failure;
        }
        return Objects.requireNonNull(value);
    }

    @Nullable
    RuntimeException failure() {
        return failure;
    }

    /** Ends the attempt that is under way, wherever it stands; no other follows. */
    void cancel() {
        cancelled = true;
        Attempt attempt = current;
        if (attempt != null) {
            attempt.cancel();
        }
    }

    boolean cancelled() {
        return cancelled;
    }

    /** What is left of the call's time, in nanoseconds. */
    long remaining() {
        return transport.limits().call().toNanos() - (transport.nanos() - startedAt);
    }

    private Call signed(Attempt attempt) {
        Call call = transport.sign(request, attempt, requestId, watch);
        long limit = Math.min(remaining(), transport.limits().attempt().toNanos());
        attempt.limit(call, limit);
        transport.enter(attempt);
        current = attempt;
        if (cancelled) {
            attempt.cancel();
        }
        return call;
    }

    /** OkHttp lets a bare InterruptedException out where it waits for connections, though it declares none. */
    private Fault thrown(Exception thrown, Attempt attempt) {
        if (thrown instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return cancelled || transport.closed()
                ? transport.connectionFaults().cancelled(attempt)
                : transport.connectionFaults().of(thrown, attempt);
    }

    private @Nullable Duration judge(Answer answer, Attempt attempt) {
        if (!answer.good()) {
            return next(transport.answerFaults().status(answer, attempt, request), attempt);
        }
        try {
            value = answer.result(request.reader());
        } catch (RuntimeException e) {
            return next(transport.answerFaults().noResult(answer, String.valueOf(e.getMessage())), attempt);
        }
        return succeed(answer, attempt);
    }

    private @Nullable Duration succeed(Answer answer, Attempt attempt) {
        if (troubles != null) {
            transport.decision().settleClock(answer, troubles, watch);
        }
        tellAttempted(answer.status(), null, "ok", attempt);
        tellEnded();
        return null;
    }

    private @Nullable Duration next(Fault fault, Attempt attempt) {
        tellAttempted(fault.status(), fault.outcome(), fault.result(), attempt);
        Troubles soFar = troubles();
        soFar.add(fault);
        Duration pause = Obstacles.before(this, transport) == null
                ? transport.decision().after(fault, attempt, soFar, remaining(), watch)
                : null;
        if (pause == null) {
            return fail();
        }
        if (watch != null) {
            watch.waiting(pause);
        }
        return pause;
    }

    private @Nullable Duration fail(Fault obstacle) {
        troubles().add(obstacle);
        return fail();
    }

    private @Nullable Duration fail() {
        failure = cancelled
                ? new CancellationException("the call was cancelled")
                : transport.failures().of(request, troubles(), attempts, requestId);
        tellEnded();
        return null;
    }

    private Troubles troubles() {
        if (troubles == null) {
            troubles = new Troubles();
        }
        return troubles;
    }

    private SigningClock.@Nullable Anchor trial() {
        return troubles == null ? null : troubles.trial();
    }

    private void tellAttempted(int status, @Nullable Outcome outcome, String result, Attempt attempt) {
        if (watch != null) {
            watch.attempted(AttemptInfo.builder(result)
                    .number(attempts)
                    .status(status)
                    .failure(outcome)
                    .took(Duration.ofNanos(transport.nanos() - attempt.startedAt()))
                    .build());
        }
    }

    private void tellEnded() {
        if (watch != null) {
            watch.ended(failure);
        }
    }
}
