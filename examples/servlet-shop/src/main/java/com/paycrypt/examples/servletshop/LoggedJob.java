package com.paycrypt.examples.servletshop;

import java.lang.System.Logger.Level;

/** A job that fails is logged and runs again: an exception would end a scheduler's task for good. */
record LoggedJob(Runnable job) implements Runnable {
    private static final System.Logger LOG = System.getLogger(LoggedJob.class.getName());

    @Override
    public void run() {
        try {
            job.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the job failed and runs again in a minute", e);
        }
    }
}
