package com.paycrypt.examples.proofs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a history has promised and done. */
final class Ledger {
    private final Map<String, Integer> shipped = new HashMap<>();
    private final Set<String> promised = new HashSet<>();
    private final Set<String> outOfOrder = new HashSet<>();
    private int begun;

    int shipped(String order) {
        return shipped.merge(order, 1, Integer::sum);
    }

    int timesShipped(String order) {
        return shipped.getOrDefault(order, 0);
    }

    void promised(String order) {
        promised.add(order);
    }

    Set<String> promised() {
        return promised;
    }

    void outOfOrder(String session) {
        outOfOrder.add(session);
    }

    boolean isOutOfOrder(String session) {
        return outOfOrder.contains(session);
    }

    void begun() {
        begun++;
    }

    int begunTimes() {
        return begun;
    }
}
