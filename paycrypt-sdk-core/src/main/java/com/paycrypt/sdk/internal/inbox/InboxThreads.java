package com.paycrypt.sdk.internal.inbox;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * The threads of an inbox: daemons that end when they are idle. Workers are virtual from Java 24 on; before that, a handler
 * that blocks in a synchronized method would hold one of the few carriers that all virtual threads of the JVM share.
 */
final class InboxThreads {
    private static final int FIRST_VERSION_WITHOUT_PINNING = 24;
    private static final long IDLE_SECONDS = 5;
    private static final Duration TICK = Duration.ofSeconds(1);

    private InboxThreads() {}

    static void tick(BooleanSupplier task) {
        daemon("paycrypt-inbox-ticker", () -> tickUntilDone(task)).start();
    }

    private static void tickUntilDone(BooleanSupplier task) {
        while (task.getAsBoolean()) {
            try {
                Thread.sleep(TICK.toMillis());
            } catch (InterruptedException stray) {
                // The task alone ends this thread; an early look does no harm.
            }
        }
    }

    static Executor executor() {
        ThreadFactory factory =
                Runtime.version().feature() >= FIRST_VERSION_WITHOUT_PINNING ? virtualThreads() : daemons();
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
    }

    private static ThreadFactory daemons() {
        AtomicInteger started = new AtomicInteger();
        return task -> daemon("paycrypt-inbox-" + started.incrementAndGet(), task);
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(null, task, name, 0, false);
        thread.setContextClassLoader(InboxThreads.class.getClassLoader());
        thread.setDaemon(true);
        return thread;
    }

    /** By reflection: the SDK is compiled for Java 17. */
    private static ThreadFactory virtualThreads() {
        try {
            Class<?> builder = Class.forName("java.lang.Thread$Builder");
            Object virtual = Thread.class.getMethod("ofVirtual").invoke(null);
            Object named = builder.getMethod("name", String.class, long.class).invoke(virtual, "paycrypt-inbox-", 1L);
            return (ThreadFactory) builder.getMethod("factory").invoke(named);
        } catch (ReflectiveOperationException e) {
            return daemons();
        }
    }
}
