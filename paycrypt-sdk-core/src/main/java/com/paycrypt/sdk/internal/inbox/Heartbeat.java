package com.paycrypt.sdk.internal.inbox;

import com.paycrypt.sdk.internal.inbox.InboxRuntime.Ticker;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Runs the periodic tasks of an inbox; stops a minute after the last of them is needed, and starts again when one is. */
public final class Heartbeat {
    private static final int IDLE_TICKS = 60;

    private final Ticker ticker;
    private final BooleanSupplier needed;
    private final Consumer<Throwable> failures;
    private final Task first;
    private final List<Task> added = new CopyOnWriteArrayList<>();
    private volatile boolean beating;
    private int idle;

    /** Creates a heartbeat that does not beat yet. */
    public Heartbeat(Ticker ticker, BooleanSupplier needed, Task task, Consumer<Throwable> failures) {
        this.ticker = ticker;
        this.needed = needed;
        this.failures = failures;
        this.first = task;
    }

    /** Adds a task, which is needed until it is removed. */
    public void add(Task task) {
        added.add(task);
        wake();
    }

    /** Removes a task. */
    public void remove(Task task) {
        added.remove(task);
    }

    /** Starts to beat unless it does: something is needed from now on. */
    public void wake() {
        if (!beating) {
            start();
        }
    }

    private synchronized void start() {
        if (!beating) {
            beating = true;
            idle = 0;
            ticker.start(this::beat);
        }
    }

    private boolean beat() {
        run(first);
        added.forEach(this::run);
        return goesOn();
    }

    private void run(Task task) {
        try {
            task.run();
        } catch (Throwable e) {
            failures.accept(e);
        }
    }

    /** Asks again once it has stopped: what was added before that may not have seen it. */
    private synchronized boolean goesOn() {
        idle = isNeeded() ? 0 : idle + 1;
        beating = idle < IDLE_TICKS;
        if (!beating && isNeeded()) {
            beating = true;
        }
        return beating;
    }

    private boolean isNeeded() {
        return !added.isEmpty() || needed.getAsBoolean();
    }

    /** A periodic task. */
    @FunctionalInterface
    public interface Task {
        /**
         * Runs once.
         *
         * @throws Exception if it failed; it is run again with the next beat
         */
        void run() throws Exception;
    }
}
