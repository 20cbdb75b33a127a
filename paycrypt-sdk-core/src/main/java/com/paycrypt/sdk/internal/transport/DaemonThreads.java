package com.paycrypt.sdk.internal.transport;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that are told apart by name and never keep a JVM alive. */
final class DaemonThreads implements ThreadFactory {
    private final AtomicInteger made = new AtomicInteger();
    private final String name;

    DaemonThreads(String name) {
        this.name = name;
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(task, name + "-" + made.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
