package com.paycrypt.examples.quickstart;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Prints what happens, step by step. */
final class Story {
    private final Consumer<String> out;
    private final AtomicInteger steps = new AtomicInteger();

    Story(Consumer<String> out) {
        this.out = out;
    }

    void step(String who, String what) {
        out.accept(steps.incrementAndGet() + ". " + who + ": " + what);
    }

    void detail(String text) {
        out.accept("   " + text);
    }
}
