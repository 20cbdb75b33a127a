package com.paycrypt.sdk.webhook;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** Senders that never pause, what they were promised, and how fast they were served. */
final class ChaosLoad {
    private static final int SENDERS = 8;
    private static final int WINDOW = 4;
    private static final long WINDOW_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final long start = System.nanoTime();
    private final Map<Long, AtomicInteger> served = new ConcurrentHashMap<>();
    private final Map<String, Boolean> promised = new ConcurrentHashMap<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger rejected = new AtomicInteger();
    private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    private volatile boolean isEnded;

    /** Sends orders as fast as they are taken. */
    ChaosLoad send(Predicate<String> shop) {
        for (int i = 0; i < SENDERS; i++) {
            senders.execute(() -> {
                while (!isEnded) {
                    one("O-" + sent.incrementAndGet(), shop);
                }
            });
        }
        return this;
    }

    private void one(String order, Predicate<String> shop) {
        if (shop.test(order)) {
            promised(order);
        } else {
            rejected.incrementAndGet();
        }
    }

    void promised(String order) {
        promised.put(order, true);
        served.computeIfAbsent(window(), number -> new AtomicInteger()).incrementAndGet();
    }

    private long window() {
        return (System.nanoTime() - start) / WINDOW_NANOS;
    }

    /** Deliveries per second, as the median of the seconds that ended so far. */
    int rate() {
        long[] rates = LongStream.range(WINDOW, window())
                .map(last -> served(last - 1))
                .sorted()
                .toArray();
        return rates.length == 0 ? 0 : (int) rates[rates.length / 2];
    }

    /** Deliveries during the second that ended with a window. */
    private long served(long last) {
        return LongStream.rangeClosed(last - WINDOW + 1, last)
                .map(number -> served.containsKey(number) ? served.get(number).get() : 0)
                .sum();
    }

    /** Whether the last whole second was as fast as that. */
    boolean isAsFastAs(double rate) {
        return served(window() - 1) >= rate;
    }

    long seconds() {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    }

    void end() throws InterruptedException {
        isEnded = true;
        senders.shutdown();
        if (!senders.awaitTermination(InboxFixture.PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the senders hang");
        }
    }

    Map<String, Boolean> promised() {
        return promised;
    }

    int rejected() {
        return rejected.get();
    }
}
