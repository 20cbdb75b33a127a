package com.paycrypt.sdk.internal.http;

import com.paycrypt.sdk.call.CallMetadata;
import com.paycrypt.sdk.call.CallObserver.AttemptInfo;
import com.paycrypt.sdk.call.CallOptions;
import com.paycrypt.sdk.call.RetryPolicy;
import com.paycrypt.sdk.error.Outcome;
import com.paycrypt.sdk.internal.http.AttemptFailure.Kind;
import com.paycrypt.sdk.internal.http.RetryStrategy.Step;
import com.paycrypt.sdk.internal.text.Redactor;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * One call: {@link #attempt attempt} is its story. Attempts are made one after the other, on whichever threads; {@link #cancel cancel}
 * alone may come at any time.
 */
final class ApiCall<T> {
    private final ClientRuntime runtime;
    private final ApiRequest<T> request;
    private final RetryPolicy policy;
    private final String requestId;
    private final long limitNanos;
    private final long startedAt;
    private final CallObservers observers;
    private final Runnable interruption = this::interrupt;
    private int attempts;
    private @Nullable RetryState state;
    private @Nullable T value;
    private @Nullable Throwable failure;
    private boolean ended;
    private volatile Runnable underWay = ApiCall::nothing;
    private volatile boolean cancelled;

    ApiCall(ClientRuntime runtime, ApiRequest<T> request, CallOptions options) {
        this.runtime = runtime;
        this.request = request;
        this.policy = options.retryPolicy().orElse(runtime.config().retryPolicy());
        this.requestId = options.requestId().orElseGet(ApiCall::newRequestId);
        this.limitNanos =
                options.callTimeout().orElse(runtime.config().timeouts().call()).toNanos();
        this.startedAt = runtime.time().ticker().getAsLong();
        this.observers = CallObservers.start(runtime.config().listeners(), request, requestId);
        runtime.open().add(interruption);
    }

    /** Makes one attempt: signed, sent, read within limits and judged. Blocks. Returns what follows. */
    Step attempt() {
        if (ended) {
            return Step.END;
        }
        try {
            Optional<AttemptFailure> obstacle = obstacle();
            return obstacle.isPresent() ? fail(obstacle.get()) : send(new Attempt(++attempts, now()));
        } catch (Throwable e) {
            return abort(e);
        }
    }

    /** Returns the pause before the next attempt; it is over early when the call is cancelled or the client closes. */
    CompletableFuture<Void> pause(Duration delay) {
        try {
            CompletableFuture<Void> pause = runtime.time().delayer().apply(delay);
            interruptBy(() -> pause.complete(null));
            return pause;
        } catch (Throwable e) {
            abort(e);
            return CompletableFuture.completedFuture(null);
        }
    }

    /** Returns the result of a call that has ended, or throws what it failed with. */
    T result() {
        if (failure instanceof RuntimeException thrown) {
            throw thrown;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return Objects.requireNonNull(value);
    }

    /** Ends the attempt or the pause that is under way; no other follows. */
    void cancel() {
        cancelled = true;
        interrupt();
    }

    /** Ends the call with what is not a failure of an attempt, such as an error of the JVM. */
    Step abort(Throwable thrown) {
        if (!ended) {
            RuntimeException report = unexpected(thrown);
            end(thrown instanceof Error ? thrown : report, report);
        }
        return Step.END;
    }

    Duration remaining() {
        return Duration.ofNanos(Math.max(0, remainingNanos()));
    }

    private Step send(Attempt attempt) {
        ApiResponse response;
        try {
            response = execute(attempt);
        } catch (Exception e) {
            if (attempt.castsDoubt()) {
                runtime.clients().evictIdle();
            }
            return next(thrown(e, attempt), attempt);
        } finally {
            underWay = ApiCall::nothing;
            freeConnection();
        }
        return judge(response, attempt);
    }

    private ApiResponse execute(Attempt attempt) throws IOException {
        Call call = runtime.signer().sign(request, attempt, state, requestId, observers);
        interruptBy(() -> Attempt.cancel(call));
        long limit =
                Math.min(remainingNanos(), runtime.config().timeouts().attempt().toNanos());
        return attempt.execute(call, limit, runtime.clients().canceller());
    }

    private Step judge(ApiResponse response, Attempt attempt) {
        if (!response.isSuccessful() && !request.isAnsweredBy(response)) {
            return next(ResponseErrors.status(response, attempt, request), attempt);
        }
        try {
            value = response.result(request.reader(), metadata(response));
        } catch (RuntimeException e) {
            return next(ResponseErrors.noResult(response, attempt, String.valueOf(e.getMessage())), attempt);
        }
        runtime.retries().succeeded(response, state, observers);
        attempted(attempt, response.status(), null, "ok");
        return end(null, null);
    }

    /** OkHttp lets a bare InterruptedException out where it waits for connections, though it declares none. */
    private AttemptFailure thrown(Exception thrown, Attempt attempt) {
        if (thrown instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        NetworkErrors errors = new NetworkErrors(attempt, BaseUrl.origin(request.url()));
        return cancelled || runtime.isClosed() ? errors.cancelled() : errors.of(thrown);
    }

    private Step next(AttemptFailure failed, Attempt attempt) {
        attempted(attempt, failed.status(), failed.outcome(), failed.kind().word);
        RetryState soFar = state();
        soFar.add(failed);
        Step step = obstacle().isPresent()
                ? Step.END
                : runtime.retries().after(attempt, soFar, policy, remainingNanos(), observers);
        if (step.isEnd()) {
            return fail(attempt.redactor());
        }
        observers.waiting(step.delay());
        return step;
    }

    private Step fail(AttemptFailure obstacle) {
        state().add(obstacle);
        return fail(new Redactor());
    }

    private Step fail(Redactor redactor) {
        RuntimeException report = cancelled
                ? new CancellationException("the call was cancelled")
                : new FailureReport(request, state(), redactor).exception(attempts, requestId);
        return end(report, report);
    }

    private Step end(@Nullable Throwable thrown, @Nullable RuntimeException report) {
        ended = true;
        failure = thrown;
        runtime.open().remove(interruption);
        observers.ended(report);
        return Step.END;
    }

    /** Returns why another attempt must not begin, whatever the last one brought. */
    private Optional<AttemptFailure> obstacle() {
        if (cancelled) {
            return Optional.of(
                    AttemptFailure.notBegun(Kind.CANCELLED, "the call was cancelled", "Nothing is left to do"));
        }
        if (runtime.isClosed()) {
            return Optional.of(AttemptFailure.notBegun(
                    Kind.CANCELLED, "the client is closed", "Close the client only when nothing uses it any more"));
        }
        if (Thread.currentThread().isInterrupted()) {
            return Optional.of(AttemptFailure.notBegun(
                    Kind.INTERRUPTED,
                    "the calling thread was interrupted",
                    "Call again on another thread if the call is still wanted"));
        }
        return remainingNanos() > 0
                ? Optional.empty()
                : Optional.of(AttemptFailure.notBegun(
                        Kind.TIMEOUT,
                        "the time limit of the whole call ran out before the next attempt",
                        "Make fewer calls at once, or raise callTimeout"));
    }

    private void interruptBy(Runnable end) {
        underWay = end;
        if (cancelled || runtime.isClosed()) {
            interrupt();
        }
    }

    private void interrupt() {
        underWay.run();
    }

    /** What ends a call between attempts: it is looked at before the next. */
    private static void nothing() {}

    /** The close of the client could not close a connection that this call held. */
    private void freeConnection() {
        if (runtime.isClosed()) {
            runtime.clients().evictUnused();
        }
    }

    private void attempted(Attempt attempt, int status, @Nullable Outcome outcome, String result) {
        if (!observers.isEmpty()) {
            observers.attempted(AttemptInfo.builder(result)
                    .number(attempt.number())
                    .status(status)
                    .failure(outcome)
                    .took(Duration.ofNanos(now() - attempt.startedAt()))
                    .connection(attempt.isReused() ? "reused" : "new")
                    .retriesLeft(runtime.retries().retriesLeft())
                    .build());
        }
    }

    private RuntimeException unexpected(Throwable thrown) {
        AttemptFailure failed = NetworkErrors.unexpected(thrown, state().outcome());
        state().add(failed);
        return new FailureReport(request, state(), new Redactor()).exception(attempts, requestId);
    }

    private CallMetadata metadata(ApiResponse response) {
        return CallMetadata.of(response.status(), response.requestId(requestId), attempts);
    }

    private RetryState state() {
        if (state == null) {
            state = new RetryState();
        }
        return state;
    }

    private long remainingNanos() {
        return limitNanos - (now() - startedAt);
    }

    private long now() {
        return runtime.time().ticker().getAsLong();
    }

    /** Tells calls apart; nothing is gained from guessing it. */
    private static String newRequestId() {
        byte[] id = new byte[16];
        ThreadLocalRandom.current().nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
