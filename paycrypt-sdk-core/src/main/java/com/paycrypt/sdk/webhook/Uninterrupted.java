package com.paycrypt.sdk.webhook;

/** Tells a store what became of a delivery, which many a pool and client refuses on an interrupted thread. */
final class Uninterrupted {
    private Uninterrupted() {}

    /** The thread is interrupted afterwards if it was before, or is to be. */
    static <T, E extends Exception> T call(boolean interrupt, Call<T, E> call) throws E {
        boolean interrupted = Thread.interrupted() || interrupt;
        try {
            return call.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Something that a store may fail on. */
    @FunctionalInterface
    interface Call<T, E extends Exception> {
        T run() throws E;
    }
}
