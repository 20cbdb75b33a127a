package com.paycrypt.sandbox.delivery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Every delivery, oldest first; the oldest are forgotten beyond {@value #MOST}. Thread-safe. */
final class DeliveryLog {
    private static final int MOST = 10_000;

    private final Map<String, Delivery> byId = new LinkedHashMap<>();
    private long count;

    synchronized Delivery add(Function<String, Delivery> made) {
        count++;
        Delivery delivery = made.apply("d" + count);
        byId.put(delivery.id(), delivery);
        if (byId.size() > MOST) {
            byId.remove(byId.keySet().iterator().next());
        }
        return delivery;
    }

    synchronized Delivery update(String id, UnaryOperator<Delivery> change) {
        Delivery known = find(id).orElseThrow(() -> new NoSuchElementException("no delivery " + id));
        Delivery changed = change.apply(known);
        byId.put(id, changed);
        return changed;
    }

    synchronized Optional<Delivery> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    synchronized List<Delivery> all() {
        return List.copyOf(byId.values());
    }
}
