package com.paycrypt.examples.quickstart;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells what happens, step by step. */
final class Story {
    private final PrintStream out;
    private final AtomicInteger steps = new AtomicInteger();

    Story(PrintStream out) {
        this.out = out;
    }

    void step(String who, String what) {
        out.println(steps.incrementAndGet() + ". " + who + ": " + what);
    }

    void detail(String text) {
        out.println("   " + text);
    }

    void usage() {
        out.println("""
                Usage: examples/run quickstart

                Has no options. PAYCRYPT_BASE_URL, PAYCRYPT_KEY and PAYCRYPT_SECRET in the environment name a server on this
                machine; it starts a sandbox of its own where they are not set. Exits with 0 only if the order is paid.""");
    }

    void failure(Exception failure) {
        out.println("quickstart: " + failure.getMessage());
    }
}
