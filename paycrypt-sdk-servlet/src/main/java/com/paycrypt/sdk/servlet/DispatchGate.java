package com.paycrypt.sdk.servlet;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Holds calls back until the dispatch they came from is over. */
final class DispatchGate {
    private @Nullable List<Runnable> waiting = new ArrayList<>(0);

    void pass(Runnable call, Executor executor) {
        if (!held(call)) {
            executor.execute(call);
        }
    }

    private synchronized boolean held(Runnable call) {
        return waiting != null && waiting.add(call);
    }

    void open(Executor executor) {
        opened().forEach(executor::execute);
    }

    private synchronized List<Runnable> opened() {
        List<Runnable> held = waiting == null ? List.of() : waiting;
        waiting = null;
        return held;
    }
}
