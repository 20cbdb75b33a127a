package com.paycrypt.sdk.internal.json;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The member names of the objects that are open, as slices of the body: finds a name that an object has twice. Two
 * readers of one signed body may take different ones of the two values.
 */
final class MemberNames {
    private static final int EXPECTED = 20;

    /** So many are looked through one by one; beyond, in a set. */
    private static final int FEW = 24;

    private final byte[] json;

    /** Pairs of start and end, the innermost object's last. */
    private int[] slices = new int[2 * EXPECTED];

    private int size;
    private int scope;

    /** The sets of the open objects that have many names or escaped ones, by their scope. */
    private @Nullable Map<Integer, Set<String>> many;

    MemberNames(byte[] json) {
        this.json = json;
    }

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

    /** Adds a name that is plain, so that equal names are equal bytes. */
    void addPlain(int start, int end) throws MalformedJsonException {
        boolean few = size - scope < 2 * FEW && !isInSet();
        add(few ? isAmongFew(start, end) : isAmongMany(JsonText.plain(json, start, end)), start, end);
    }

    /** Adds a name with escapes, which has to be compared as text: so have all others of its object from then on. */
    void addEscaped(int start, int end) throws MalformedJsonException {
        add(isAmongMany(JsonText.unescaped(json, start, end)), start, end);
    }

    private void add(boolean known, int start, int end) throws MalformedJsonException {
        if (known) {
            throw new MalformedJsonException("an object has a member name twice");
        }
        if (size == slices.length) {
            slices = Arrays.copyOf(slices, 2 * size);
        }
        slices[size++] = start;
        slices[size++] = end;
    }

    private boolean isInSet() {
        return many != null && many.containsKey(scope);
    }

    private boolean isAmongFew(int start, int end) {
        for (int i = scope; i < size; i += 2) {
            if (Arrays.equals(json, slices[i], slices[i + 1], json, start, end)) {
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

    /** All of them are plain: with the first that is not, or that is one too many, the set begins. */
    private Set<String> since(int first) {
        Set<String> known = new HashSet<>();
        for (int i = first; i < size; i += 2) {
            known.add(JsonText.plain(json, slices[i], slices[i + 1]));
        }
        return known;
    }
}
