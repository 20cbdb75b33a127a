package com.paycrypt.sandbox;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Stops a sandbox when the JVM is told to end, and ends the JVM if that takes too long. */
final class StopHook implements Runnable {
    private static final long PATIENCE_SECONDS = 5;
    private static final int SIGTERM = 143;

    private final Sandbox sandbox;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    private StopHook(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Both threads are made now: there may be no memory for one when they are needed. */
    static void installFor(Sandbox sandbox) {
        StopHook hook = new StopHook(sandbox);
        Thread watch = new Thread(hook::watch, "paycrypt-sandbox-watch");
        watch.setDaemon(true);
        watch.start();
        Runtime.getRuntime().addShutdownHook(new Thread(hook, "paycrypt-sandbox-stop"));
    }

    @Override
    public void run() {
        stopping.countDown();
        sandbox.close();
        stopped.countDown();
    }

    private void watch() {
        try {
            stopping.await();
            if (!stopped.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(SIGTERM);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
