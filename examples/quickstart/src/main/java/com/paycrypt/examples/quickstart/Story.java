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

    void failure(Exception failure) {
        out.println("quickstart: " + failure.getMessage());
    }
}
