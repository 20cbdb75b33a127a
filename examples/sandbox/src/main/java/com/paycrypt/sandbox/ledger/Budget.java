package com.paycrypt.sandbox.ledger;

import com.paycrypt.sandbox.model.Attempt;
import com.paycrypt.sandbox.model.Delivery;
import com.paycrypt.sandbox.model.Order;
import com.paycrypt.sandbox.model.Session;
import java.util.Map;
import java.util.Optional;

/** How many bytes sessions and deliveries take, about, and how many they may. Not thread-safe: its owner locks. */
final class Budget {
    private static final long OBJECT = 1_000;
    private static final long PER_TRANSFER = 400;

    private final long max;
    private long used;

    Budget(long max) {
        this.max = max;
    }

    void add(long bytes) {
        used += bytes;
    }

    boolean isExceeded() {
        return used > max;
    }

    static long of(Session session) {
        Order order = session.order();
        return OBJECT
                + of(order.orderId())
                + order.customerEmail().map(Budget::of).orElse(0L)
                + order.metadata().map(Budget::of).orElse(0L)
                + of(order.successUrl().toString() + order.cancelUrl())
                + order.webhookUrl().map(url -> of(url.toString())).orElse(0L)
                + PER_TRANSFER * session.transfers().size();
    }

    static long of(Delivery delivery) {
        return OBJECT
                + of(delivery.body())
                + of(delivery.url().toString())
                + delivery.attempts().stream().mapToLong(Budget::of).sum();
    }

    /** Text outside Latin-1 takes two bytes a character; one more per URL covers what it is parsed into. */
    static long of(String text) {
        return 2L * text.length();
    }

    private static long of(Attempt attempt) {
        return OBJECT
                + of(attempt.responseBody())
                + of(attempt.requestHeaders())
                + of(attempt.responseHeaders())
                + Optional.of(attempt.outcome()).map(Budget::of).orElse(0L);
    }

    private static long of(Map<String, String> headers) {
        return headers.entrySet().stream()
                .mapToLong(header -> 100 + of(header.getKey()) + of(header.getValue()))
                .sum();
    }
}
