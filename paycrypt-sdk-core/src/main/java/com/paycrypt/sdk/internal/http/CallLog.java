package com.paycrypt.sdk.internal.http;

import com.paycrypt.sdk.call.AttemptInfo;
import com.paycrypt.sdk.call.CallInfo;
import com.paycrypt.sdk.call.CallObserver;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One call in the log, at DEBUG: what was asked, how each attempt went, how long it waited. No header and no body. */
final class CallLog implements CallObserver {
    private static final System.Logger LOG = System.getLogger("com.paycrypt.sdk");

    private final CallInfo call;

    CallLog(CallInfo call) {
        this.call = call;
    }

    static boolean isOn() {
        return LOG.isLoggable(System.Logger.Level.DEBUG);
    }

    @Override
    public void attempted(AttemptInfo attempt) {
        log("attempt " + attempt.number() + ": "
                + (attempt.status() == 0 ? attempt.result() : attempt.status() + " " + attempt.result()) + " in "
                + attempt.took().toMillis() + " ms");
    }

    @Override
    public void waiting(Duration pause) {
        log("waits " + pause.toMillis() + " ms before the next attempt");
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
