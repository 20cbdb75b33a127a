package com.paycrypt.sdk.internal.webhookjson;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The member names of the objects that are open, innermost last: finds a name that an object has twice. Two readers of
 * one signed body may take different ones of the two values.
 */
final class MemberNames {
    private static final int FEW = 24;

    private String[] names = new String[FEW];
    private int size;

    int size() {
        return size;
    }

    /** Forgets the names of an object that is closed; {@code start} is the size when it was opened. */
    void closeObject(int start) {
        size = start;
    }

    /** Adds a name to the innermost object; returns its set of names once they are too many to look through. */
    @Nullable
    Set<String> add(String name, int start, @Nullable Set<String> many) throws MalformedJsonException {
        if (many != null) {
            return addTo(many, name);
        }
        if (size - start == FEW) {
            return addTo(new HashSet<>(Arrays.asList(names).subList(start, size)), name);
        }
        requireNew(name, start);
        append(name);
        return null;
    }

    private void requireNew(String name, int start) throws MalformedJsonException {
        for (int i = start; i < size; i++) {
            if (names[i].equals(name)) {
                throw duplicate();
            }
        }
    }

    private void append(String name) {
        if (size == names.length) {
            names = Arrays.copyOf(names, 2 * size);
        }
        names[size++] = name;
    }

    private static Set<String> addTo(Set<String> many, String name) throws MalformedJsonException {
        if (!many.add(name)) {
            throw duplicate();
        }
        return many;
    }

    private static MalformedJsonException duplicate() {
        return new MalformedJsonException("an object has a member name twice");
    }
}
