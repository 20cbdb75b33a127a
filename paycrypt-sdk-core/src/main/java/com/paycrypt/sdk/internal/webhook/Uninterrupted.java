package com.paycrypt.sdk.internal.webhook;

/** Records an outcome in a store on a thread that is not interrupted: many pools and clients fail on one that is. */
public final class Uninterrupted {
    private Uninterrupted() {}

    /** Afterwards the thread is interrupted if it was before, or if that is asked for. */
    public static <T, E extends Exception> T call(boolean interrupt, Call<T, E> call) throws E {
        boolean interrupted = Thread.interrupted() || interrupt;
        try {
            return call.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A call that may fail. */
    @FunctionalInterface
    public interface Call<T, E extends Exception> {
        T run() throws E;
    }
}
