package com.paycrypt.sdk.servlet;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Defers calls until the dispatch that made them has ended. */
final class DispatchGate {
    private @Nullable List<Runnable> deferred = new ArrayList<>(0);

    void pass(Runnable call, Executor executor) {
        if (!defer(call)) {
            executor.execute(call);
        }
    }

    private synchronized boolean defer(Runnable call) {
        return deferred != null && deferred.add(call);
    }

    void open(Executor executor) {
        takeDeferred().forEach(executor::execute);
    }

    private synchronized List<Runnable> takeDeferred() {
        List<Runnable> calls = deferred == null ? List.of() : deferred;
        deferred = null;
        return calls;
    }
}
