package com.paycrypt.sdk.internal.text;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a value that is being built, so that its maker learns of everything at once. */
public final class Violations {
    private final List<String> found = new ArrayList<>();

    public void add(String violation) {
        found.add(violation);
    }

    /** Throws one exception that tells all, if there is anything to tell. */
    public void throwIfAny(String what) {
        if (!found.isEmpty()) {
            throw new IllegalArgumentException(
                    what + (found.size() == 1 ? ": " + found.get(0) : ":\n  - " + String.join("\n  - ", found)));
        }
    }
}
