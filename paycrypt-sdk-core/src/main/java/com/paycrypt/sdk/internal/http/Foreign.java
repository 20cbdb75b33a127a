package com.paycrypt.sdk.internal.http;

/** Runs what belongs to others, and keeps whatever it throws away from a call. */
final class Foreign {
    private static final System.Logger LOG = System.getLogger("com.paycrypt.sdk");

    private Foreign() {}

    /**
     * Errors are kept away too, and checked exceptions, which other languages throw undeclared: a metrics library that is
     * missing must not lose a session that was created. What is thrown is logged by its kind alone, for its message may
     * hold anything.
     */
    static void quietly(String whose, Runnable theirs) {
        try {
            theirs.run();
        } catch (Throwable e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    () -> whose + " failed with " + e.getClass().getName()
                            + "; the call goes on without it. First frame: " + firstFrame(e));
        }
    }

    private static String firstFrame(Throwable thrown) {
        return thrown.getStackTrace().length == 0 ? "unknown" : thrown.getStackTrace()[0].toString();
    }
}
