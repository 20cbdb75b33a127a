package com.paycrypt.sdk.internal.text;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong with a value, so that one exception names all of it. */
public final class Violations {
    private final List<String> found = new ArrayList<>();

    /** Adds one violation: what is wrong, and what to do. */
    public void add(String violation) {
        found.add(violation);
    }

    /** Adds all violations of another collection. */
    public void addAll(Violations others) {
        found.addAll(others.found);
    }

    /** Returns whether nothing is wrong. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Throws one exception that names all violations, if there are any. */
    public void throwIfAny(String what) {
        if (!found.isEmpty()) {
            throw new IllegalArgumentException(
                    what + (found.size() == 1 ? ": " + found.get(0) : ":\n  - " + String.join("\n  - ", found)));
        }
    }
}
