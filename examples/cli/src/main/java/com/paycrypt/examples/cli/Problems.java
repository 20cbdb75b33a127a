package com.paycrypt.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything that is wrong with a command line and its settings, to be reported together. */
public final class Problems {
    private final List<String> messages = new ArrayList<>();

    Problems() {}

    /**
     * Adds a problem.
     *
     * @param message what is wrong and what to do
     */
    public void add(String message) {
        messages.add(message);
    }

    /**
     * Runs a step and notes its failure.
     *
     * @param step throws {@link IllegalArgumentException} if an option or a setting is wrong
     * @param <T> what the step returns
     * @return what the step returned, or empty if it failed
     */
    public <T> Optional<T> noting(Supplier<T> step) {
        try {
            return Optional.of(step.get());
        } catch (IllegalArgumentException e) {
            add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /**
     * Whether nothing is wrong so far.
     *
     * @return true if so
     */
    public boolean none() {
        return messages.isEmpty();
    }

    /** One message of a line per problem. */
    String text() {
        return String.join("\n", messages);
    }
}
