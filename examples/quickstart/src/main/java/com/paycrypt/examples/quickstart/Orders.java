package com.paycrypt.examples.quickstart;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The shop's orders; a real shop keeps them in its database. */
final class Orders {
    private final ConcurrentMap<String, Order> byId = new ConcurrentHashMap<>();

    void add(Order order) {
        byId.put(order.id(), order);
    }

    Optional<Order> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    boolean isPaid(String id) {
        return find(id).map(Order::state).filter(Order.State.PAID::equals).isPresent();
    }

    /** Marks an open order paid: true for one caller only, however many events tell of the payment. */
    boolean markPaid(Order order) {
        return order.state() == Order.State.OPEN && byId.replace(order.id(), order, order.paid());
    }
}
