package com.paycrypt.sdk.internal.http;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks through all that a stack trace would print: causes and suppressed exceptions, be they tied into a ring. */
final class SafeCause {
    /** Whatever is larger is not looked through, and not shown. */
    private static final int MOST = 200;

    private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Throwable> toSee = new ArrayDeque<>();
    private final ShownText shown;

    private SafeCause(ShownText shown) {
        this.shown = shown;
    }

    /** What was thrown, if none of it quotes a key or a signature. */
    static @Nullable Throwable of(Throwable thrown, ShownText shown) {
        return new SafeCause(shown).isSafe(thrown) ? thrown : null;
    }

    private boolean isSafe(Throwable thrown) {
        add(thrown);
        while (!toSee.isEmpty()) {
            Throwable next = toSee.remove();
            if (seen.size() > MOST || !shown.isSafe(next.toString()) || !shown.isSafe("" + next.getMessage())) {
                return false;
            }
            add(next.getCause());
            for (Throwable suppressed : next.getSuppressed()) {
                add(suppressed);
            }
        }
        return true;
    }

    private void add(@Nullable Throwable thrown) {
        if (thrown != null && seen.add(thrown)) {
            toSee.add(thrown);
        }
    }
}
