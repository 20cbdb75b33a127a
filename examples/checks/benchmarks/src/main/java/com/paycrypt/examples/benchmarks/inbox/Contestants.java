package com.paycrypt.examples.benchmarks.inbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** All that are compared, the floor first. */
final class Contestants {
    static final String FLOOR = "by hand";

    private Contestants() {}

    static Map<String, Function<Shop, Contestant>> all() {
        Map<String, Function<Shop, Contestant>> all = new LinkedHashMap<>();
        all.put(FLOOR, ByHand::new);
        all.put("inbox", OurInbox::new);
        all.put("transaction-outbox", GruelboxOutbox::new);
        all.put("db-scheduler", DbScheduler::new);
        return all;
    }
}
