package com.paycrypt.sdk.internal.transport;

import com.paycrypt.sdk.call.AttemptInfo;
import com.paycrypt.sdk.call.CallObserver;
import java.time.Duration;
import java.util.function.Consumer;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Tells observers of one call, and keeps what they throw away from it. */
final class CallWatch {
    private static final System.Logger LOG = System.getLogger("com.paycrypt.sdk");

    private final CallObserver[] observers;

    CallWatch(CallObserver... observers) {
        this.observers = observers;
    }

    void addHeaders(Request.Builder request) {
        tell(observer -> ObserverHeaders.add(observer.headers(), request));
    }

    void attempted(AttemptInfo attempt) {
        tell(observer -> observer.attempted(attempt));
    }

    void waiting(Duration pause) {
        tell(observer -> observer.waiting(pause));
    }

    void clockCorrected(Duration offset) {
        tell(observer -> observer.clockCorrected(offset));
    }

    void ended(@Nullable RuntimeException failure) {
        tell(observer -> observer.ended(failure));
    }

    private void tell(Consumer<CallObserver> event) {
        for (CallObserver observer : observers) {
            quietly(() -> event.accept(observer));
        }
    }

    /** Runs what belongs to a listener; what it throws is logged by its kind alone, for its message may hold anything. */
    static void quietly(Runnable listening) {
        try {
            listening.run();
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    () -> "A call listener failed with " + e.getClass().getName()
                            + "; the call goes on without it. First frame: " + firstFrame(e));
        }
    }

    private static String firstFrame(Throwable thrown) {
        return thrown.getStackTrace().length == 0 ? "unknown" : thrown.getStackTrace()[0].toString();
    }
}
