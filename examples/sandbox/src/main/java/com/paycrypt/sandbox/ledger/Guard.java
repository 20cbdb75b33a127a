package com.paycrypt.sandbox.ledger;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The one lock of a sandbox: what happens under it is one change, and its order is the order of the journal. */
public final class Guard {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    Guard() {}

    /**
     * Runs a change while nothing else changes, and wakes the threads that wait for one.
     *
     * @param <T> the type of its result
     * @param change the change
     * @return its result
     */
    public <T> T hold(Supplier<T> change) {
        lock.lock();
        try {
            return change.get();
        } finally {
            changed.signalAll();
            lock.unlock();
        }
    }

    /**
     * Reads while nothing changes.
     *
     * @param <T> the type of the result
     * @param reading what is read
     * @return its result
     */
    public <T> T read(Supplier<T> reading) {
        lock.lock();
        try {
            return reading.get();
        } finally {
            lock.unlock();
        }
    }

    /** Wakes the threads that wait for a change. */
    public void wake() {
        hold(() -> true);
    }

    /**
     * Waits for a condition, asking again after each change.
     *
     * @param limit how long to wait at most
     * @param condition what to wait for
     * @return whether it came true within the limit
     * @throws InterruptedException if the caller is interrupted
     */
    public boolean await(Duration limit, BooleanSupplier condition) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = limit.toNanos();
            while (!condition.getAsBoolean() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return condition.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }
}
