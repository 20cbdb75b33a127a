package com.paycrypt.examples.proofs;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The threads of fibers: virtual where the JVM has them and a monitor does not pin them, otherwise pooled daemons. */
final class FiberThreads {
    private static final int FIRST_VERSION_WITHOUT_PINNING = 24;

    private FiberThreads() {}

    static ExecutorService create() {
        if (Runtime.version().feature() < FIRST_VERSION_WITHOUT_PINNING) {
            return Executors.newCachedThreadPool(FiberThreads::daemon);
        }
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "fiber");
        thread.setDaemon(true);
        return thread;
    }
}
