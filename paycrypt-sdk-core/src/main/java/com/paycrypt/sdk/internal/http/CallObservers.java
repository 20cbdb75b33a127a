package com.paycrypt.sdk.internal.http;

import com.paycrypt.sdk.call.CallInfo;
import com.paycrypt.sdk.call.CallListener;
import com.paycrypt.sdk.call.CallObserver;
import com.paycrypt.sdk.call.CallObserver.AttemptInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Notifies the observers of one call, and logs what they throw: a missing metrics library must not lose a session. */
final class CallObservers {
    private static final System.Logger LOG = System.getLogger("com.paycrypt.sdk");
    private static final CallObservers NONE = new CallObservers(List.of(), Headers.of());

    /** What decides how a request is read or where it goes, in lower case; the SDK or its HTTP client alone sets it. */
    private static final Pattern RESERVED = Pattern.compile(
            "x-request-id|host|connection|content-.*|transfer-encoding|te"
                    + "|trailer|upgrade|expect|accept|accept-.*|range|if-.*|user-agent|authorization|proxy-.*|cookie|x-paycrypt-.*");

    private final List<CallObserver> observers;
    private final Headers headers;

    private CallObservers(List<CallObserver> observers, Headers headers) {
        this.observers = observers;
        this.headers = headers;
    }

    /**
     * Starts the observers of a call and asks for their headers, on the caller's thread: what is bound to that thread, such
     * as the current span, is known there alone.
     */
    static CallObservers start(List<CallListener> listeners, ApiRequest<?> request, String requestId) {
        if (listeners.isEmpty() && !LOG.isLoggable(System.Logger.Level.DEBUG)) {
            return NONE;
        }
        List<CallObserver> observers = started(listeners, info(request, requestId));
        Headers.Builder asked = new Headers.Builder();
        observers.forEach(observer -> quietly("A call listener", () -> addAllowed(observer.headers(), asked)));
        return new CallObservers(observers, asked.build());
    }

    private static CallInfo info(ApiRequest<?> request, String requestId) {
        return CallInfo.builder(request.operation().id)
                .method(request.operation().method)
                .server(BaseUrl.origin(request.url()))
                .path(request.operation().path)
                .requestId(requestId)
                .build();
    }

    private static List<CallObserver> started(List<CallListener> listeners, CallInfo call) {
        List<CallObserver> observers = new ArrayList<>();
        if (LOG.isLoggable(System.Logger.Level.DEBUG)) {
            observers.add(new DebugLog(call));
        }
        for (CallListener listener : listeners) {
            quietly("A call listener", () -> observers.add(listener.started(call)));
        }
        return observers;
    }

    boolean isEmpty() {
        return observers.isEmpty();
    }

    void addHeaders(Request.Builder request) {
        for (int i = 0; i < headers.size(); i++) {
            request.header(headers.name(i), headers.value(i));
        }
    }

    void attempted(AttemptInfo attempt) {
        notifyAll(observer -> observer.attempted(attempt));
    }

    void waiting(Duration delay) {
        notifyAll(observer -> observer.waiting(delay));
    }

    /** Zero where this machine's clock is used again. */
    void clockCorrected(Duration offset) {
        long seconds = Math.abs(offset.toSeconds());
        LOG.log(
                System.Logger.Level.WARNING,
                () -> offset.isZero()
                        ? "This machine's clock agrees with PayCrypt's again. Requests are signed with it from now on"
                        : "This machine's clock is " + seconds + " s " + (offset.isNegative() ? "ahead of" : "behind")
                                + " PayCrypt's. Requests are signed with the server's time from now on; set the clock"
                                + " (NTP)");
        notifyAll(observer -> observer.clockCorrected(offset));
    }

    void credentialsRenewed() {
        notifyAll(CallObserver::credentialsRenewed);
    }

    void ended(@Nullable RuntimeException failure) {
        if (!isEmpty()) {
            notifyAll(observer -> observer.ended(failure));
        }
    }

    private void notifyAll(Consumer<CallObserver> event) {
        for (CallObserver observer : observers) {
            quietly("A call listener", () -> event.accept(observer));
        }
    }

    /** Errors and undeclared checked exceptions are caught, too; messages are not logged, since they may hold anything. */
    static void quietly(String whose, Runnable callback) {
        try {
            callback.run();
        } catch (Throwable e) {
            String frame = e.getStackTrace().length == 0 ? "unknown" : e.getStackTrace()[0].toString();
            LOG.log(
                    System.Logger.Level.WARNING,
                    () -> whose + " failed with " + e.getClass().getName()
                            + "; the call goes on without it. First frame: " + frame);
        }
    }

    private static void addAllowed(Map<String, String> asked, Headers.Builder headers) {
        asked.forEach((name, value) -> {
            if (isToken(name)
                    && !RESERVED.matcher(name.toLowerCase(Locale.ROOT)).matches()
                    && value.chars().allMatch(c -> c >= 0x20 && c <= 0x7E)) {
                headers.set(name, value);
            }
        });
    }

    private static boolean isToken(String name) {
        return !name.isEmpty()
                && name.chars().allMatch(c -> c == '-' || c == '_' || (c < 0x7F && Character.isLetterOrDigit(c)));
    }

    /** Logs a call at DEBUG, without headers and bodies. */
    private record DebugLog(CallInfo call) implements CallObserver {
        @Override
        public void attempted(AttemptInfo attempt) {
            log("attempt " + attempt.number() + ": "
                    + (attempt.status() == 0 ? attempt.result() : attempt.status() + " " + attempt.result()) + " in "
                    + attempt.took().toMillis() + " ms");
        }

        @Override
        public void waiting(Duration delay) {
            log("waits " + delay.toMillis() + " ms before the next attempt");
        }

        @Override
        public void ended(@Nullable RuntimeException failure) {
            log(failure == null ? "done" : "failed: " + failure.getMessage());
        }

        private void log(String what) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    () -> call.method() + " " + call.server() + call.path() + " [" + call.requestId() + "] " + what);
        }
    }
}
