package com.paycrypt.sandbox.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be delivered and when. The events of one session leave one after the other, in their order: while one is
 * under way, the next waits. Not thread-safe: its owner locks.
 */
final class DeliveryQueue {
    private final List<Entry> waiting = new ArrayList<>();
    private final Set<String> busySessions = new HashSet<>();

    void add(Entry entry) {
        waiting.add(entry);
    }

    /** Takes the first entry that is due and whose session is not busy, and makes that session busy. */
    Optional<Entry> take(Instant now) {
        Optional<Entry> first = waiting.stream()
                .filter(entry -> entry.isDue(now) && !busySessions.contains(entry.sessionId()))
                .findFirst();
        first.ifPresent(entry -> {
            waiting.remove(entry);
            busySessions.add(entry.sessionId());
        });
        return first;
    }

    void done(Entry entry) {
        busySessions.remove(entry.sessionId());
    }

    boolean has(String deliveryId) {
        return waiting.stream().anyMatch(entry -> entry.deliveryId().equals(deliveryId));
    }

    void removeDelivery(String deliveryId) {
        waiting.removeIf(entry -> entry.deliveryId().equals(deliveryId));
    }

    boolean isIdle(Instant now) {
        return busySessions.isEmpty() && waiting.stream().noneMatch(entry -> entry.isDue(now));
    }

    /** Returns how long until the next entry becomes due, or empty if none will by time alone. */
    Optional<Duration> untilNext(Instant now) {
        return waiting.stream()
                .filter(entry -> !entry.isDue(now))
                .map(entry -> Duration.between(now, entry.due()))
                .min(Duration::compareTo);
    }

    record Entry(String deliveryId, String sessionId, Instant due) {
        boolean isDue(Instant now) {
            return !due.isAfter(now);
        }
    }
}
