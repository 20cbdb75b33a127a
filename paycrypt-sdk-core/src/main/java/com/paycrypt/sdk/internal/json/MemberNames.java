package com.paycrypt.sdk.internal.json;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The member names of the objects that are open, the innermost object's last: finds a name that an object has twice. Two
 * readers of one signed body may use different ones of the two values.
 */
final class MemberNames {
    private static final int EXPECTED = 20;

    /** So many are compared one by one; beyond, in a set. */
    private static final int FEW = 24;

    private String[] names = new String[EXPECTED];
    private int size;

    /** Where the names of the innermost object begin. */
    private int scope;

    /** A bit for each hash code so far: most names are new by it, and need not be compared. */
    private long hashes;

    /** The sets of the open objects that have many names, by their scope. */
    private @Nullable Map<Integer, Set<String>> many;

    /** Opens an object; returns what closes it. */
    int open() {
        int outer = scope;
        scope = size;
        return outer;
    }

    /** Forgets the names of the innermost object. */
    void close(int outer) {
        if (many != null) {
            many.remove(scope);
        }
        size = scope;
        scope = outer;
    }

    void add(String name) throws MalformedJsonException {
        long hash = 1L << name.hashCode();
        if (size - scope >= FEW ? isAmongMany(name) : (hashes & hash) != 0 && isAmongFew(name)) {
            throw new MalformedJsonException("an object has a member name twice");
        }
        hashes |= hash;
        if (size == names.length) {
            names = Arrays.copyOf(names, 2 * size);
        }
        names[size++] = name;
    }

    private boolean isAmongFew(String name) {
        for (int i = scope; i < size; i++) {
            if (names[i].equals(name)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAmongMany(String name) {
        if (many == null) {
            many = new HashMap<>();
        }
        return !many.computeIfAbsent(scope, this::since).add(name);
    }

    private Set<String> since(int first) {
        return new HashSet<>(Arrays.asList(names).subList(first, size));
    }
}
