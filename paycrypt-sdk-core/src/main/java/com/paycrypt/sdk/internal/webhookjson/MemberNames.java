package com.paycrypt.sdk.internal.webhookjson;

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

    /** Pairs of start and end, the innermost object's last; the start is inverted where the name has escapes. */
    private int[] slices = new int[2 * EXPECTED];

    private int size;
    private int scope;

    /** The sets of the open objects that have many names, by their scope. */
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
        add(start, end);
    }

    /** Adds a name with escapes. */
    void addEscaped(int start, int end) throws MalformedJsonException {
        add(~start, end);
    }

    private void add(int start, int end) throws MalformedJsonException {
        if (size - scope < 2 * FEW ? isAmongFew(start, end) : isAmongMany(start, end)) {
            throw new MalformedJsonException("an object has a member name twice");
        }
        if (size == slices.length) {
            slices = Arrays.copyOf(slices, 2 * size);
        }
        slices[size++] = start;
        slices[size++] = end;
    }

    private boolean isAmongFew(int start, int end) {
        for (int i = scope; i < size; i += 2) {
            if (same(slices[i], slices[i + 1], start, end)) {
                return true;
            }
        }
        return false;
    }

    private boolean same(int start, int end, int otherStart, int otherEnd) {
        if ((start | otherStart) < 0) {
            return text(start, end).equals(text(otherStart, otherEnd));
        }
        return end - start == otherEnd - otherStart && Arrays.equals(json, start, end, json, otherStart, otherEnd);
    }

    private boolean isAmongMany(int start, int end) {
        if (many == null) {
            many = new HashMap<>();
        }
        return !many.computeIfAbsent(scope, this::since).add(text(start, end));
    }

    private Set<String> since(int first) {
        Set<String> known = new HashSet<>();
        for (int i = first; i < size; i += 2) {
            known.add(text(slices[i], slices[i + 1]));
        }
        return known;
    }

    private String text(int start, int end) {
        return start < 0 ? JsonText.unescaped(json, ~start, end) : JsonText.plain(json, start, end);
    }
}
