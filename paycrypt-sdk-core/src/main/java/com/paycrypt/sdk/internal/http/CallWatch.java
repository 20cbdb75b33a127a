package com.paycrypt.sdk.internal.http;

import com.paycrypt.sdk.call.AttemptInfo;
import com.paycrypt.sdk.call.CallObserver;
import java.time.Duration;
import java.util.function.Consumer;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Tells observers of one call, and keeps what they throw away from it. */
final class CallWatch {
    private static final String LISTENER = "A call listener";

    private final CallObserver[] observers;
    private final okhttp3.Headers headers;

    /** Asks the observers for their headers, on the caller's thread: what is bound to that thread is known there alone. */
    CallWatch(CallObserver... observers) {
        this.observers = observers;
        okhttp3.Headers.Builder asked = new okhttp3.Headers.Builder();
        tell(observer -> ObserverHeaders.add(observer.headers(), asked));
        this.headers = asked.build();
    }

    void addHeaders(Request.Builder request) {
        for (int i = 0; i < headers.size(); i++) {
            request.header(headers.name(i), headers.value(i));
        }
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

    static void quietly(Runnable listening) {
        Foreign.quietly(LISTENER, listening);
    }
}
