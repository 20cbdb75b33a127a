package com.paycrypt.sandbox.diagnosis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The last {@value #MOST} refused requests. Thread-safe. */
public final class RefusedRequests {
    private static final int MOST = 100;

    private final Deque<RefusedRequest> newestFirst = new ArrayDeque<>();
    private long count;

    /**
     * Notes one.
     *
     * @param made makes it, given its id
     * @return the request noted
     */
    public synchronized RefusedRequest add(Function<String, RefusedRequest> made) {
        count++;
        RefusedRequest refused = made.apply("r" + count);
        newestFirst.addFirst(refused);
        if (newestFirst.size() > MOST) {
            newestFirst.removeLast();
        }
        return refused;
    }

    /**
     * All that are kept.
     *
     * @return the requests, newest first
     */
    public synchronized List<RefusedRequest> all() {
        return List.copyOf(newestFirst);
    }

    /**
     * One of them.
     *
     * @param id its id
     * @return the request, or empty if it is not kept
     */
    public synchronized Optional<RefusedRequest> find(String id) {
        return newestFirst.stream().filter(refused -> refused.id().equals(id)).findFirst();
    }
}
