package com.paycrypt.sdk.internal.http;

import java.lang.reflect.Method;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs asynchronous attempts: on daemon threads, virtual where the JVM has them, made on demand up to a limit and gone when
 * idle; beyond the limit tasks queue.
 *
 * <p>OkHttp's dispatcher would do the same but for two things: what it queues is signed already and grows stale, and what an
 * interceptor throws goes to the thread's handler of uncaught exceptions, which prints it with the signature in it.
 */
final class AsyncExecutor implements AutoCloseable {
    static final int MAX_THREADS = 1024;
    private static final int MAX_LATE_THREADS = 16;
    private static final long IDLE_SECONDS = 5;

    private final ThreadPoolExecutor pool;
    private final ThreadPoolExecutor late;

    AsyncExecutor(ThreadFactory threads) {
        HandOver queue = new HandOver();
        this.pool = new ThreadPoolExecutor(0, MAX_THREADS, IDLE_SECONDS, TimeUnit.SECONDS, queue, threads, queue);
        this.late = new ThreadPoolExecutor(
                MAX_LATE_THREADS,
                MAX_LATE_THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                threads);
        late.allowCoreThreadTimeOut(true);
    }

    /** Runs the task now, or tells it that it has to queue. */
    void execute(QueuedTask task) {
        pool.execute(task);
    }

    /** Ends a task that queued too long: all other threads are busy, and callbacks of its caller may block. */
    void executeLate(Runnable task) {
        late.execute(task);
    }

    @Override
    public void close() {
        pool.shutdown();
        late.shutdown();
    }

    /** Returns a factory of daemon threads that inherit nothing from the thread that makes the call. */
    static ThreadFactory threads(String name) {
        ThreadFactory threads = bareThreads(name);
        return task -> {
            Thread thread = threads.newThread(task);
            thread.setContextClassLoader(AsyncExecutor.class.getClassLoader());
            return thread;
        };
    }

    /** The builder of virtual threads came with Java 21. */
    private static ThreadFactory bareThreads(String name) {
        try {
            Object virtual = Thread.class.getMethod("ofVirtual").invoke(null);
            builder("name", String.class, long.class).invoke(virtual, name + "-", 1L);
            builder("inheritInheritableThreadLocals", boolean.class).invoke(virtual, false);
            return (ThreadFactory) builder("factory").invoke(virtual);
        } catch (ReflectiveOperationException e) {
            return platformThreads(name);
        }
    }

    private static Method builder(String method, Class<?>... parameters) throws ReflectiveOperationException {
        return Class.forName("java.lang.Thread$Builder").getMethod(method, parameters);
    }

    private static ThreadFactory platformThreads(String name) {
        AtomicInteger made = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(null, task, name + "-" + made.incrementAndGet(), 0, false);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** A task that reacts when it does not start at once. */
    interface QueuedTask extends Runnable {
        void queued();
    }

    /** Hands a task to an idle thread or to none, so that the pool makes another thread before it lets tasks queue. */
    private static final class HandOver extends LinkedTransferQueue<Runnable> implements RejectedExecutionHandler {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean offer(Runnable task) {
            return tryTransfer(task);
        }

        @Override
        public void rejectedExecution(Runnable task, ThreadPoolExecutor pool) {
            if (pool.isShutdown()) {
                throw new RejectedExecutionException("the client is closed");
            }
            ((QueuedTask) task).queued();
            super.offer(task);
        }
    }
}
