package com.paycrypt.examples.benchmarks.inbox;

import com.paycrypt.examples.benchmarks.Median;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Deliveries per second of the inbox, of the same by hand and of two job queues, on one PostgreSQL with fsync. End to end
 * they take short turns in one process, the order reversed every round; the ratio to the floor is the median of the rounds.
 * Sizes: {@code -Dinbox.seconds=2 -Dinbox.rounds=5 -Dinbox.backlog=100000 -Dinbox.handled=1000000}. A drain that
 * does not end within {@code -Dinbox.limit=300} seconds is measured up to there.
 */
public final class InboxBenchmark {
    private static final int SECONDS = Integer.getInteger("inbox.seconds", 2);
    private static final int ROUNDS = Integer.getInteger("inbox.rounds", 5);
    private static final int BACKLOG = Integer.getInteger("inbox.backlog", 100_000);
    private static final int MAX_DRAIN_SECONDS = Integer.getInteger("inbox.limit", 300);
    private static final int HANDLED = Integer.getInteger("inbox.handled", 1_000_000);

    private final Shop shop;
    private final String url;
    private final AtomicInteger numbers = new AtomicInteger();

    private InboxBenchmark(Shop shop, String url) {
        this.shop = shop;
        this.url = url;
    }

    /**
     * Runs all parts and prints a table of each.
     *
     * @throws Exception if a contestant fails
     */
    public static void run() throws Exception {
        try (PostgresServer server = new PostgresServer();
                Shop shop = new Shop(server.url())) {
            InboxBenchmark benchmark = new InboxBenchmark(shop, server.url());
            benchmark.endToEnd(8);
            benchmark.endToEnd(32);
            benchmark.drain("drain of " + BACKLOG, 1, 0);
            benchmark.drain("drain of " + BACKLOG + " by two processes", 2, 0);
            benchmark.drain("drain of " + BACKLOG + " beside " + HANDLED + " handled", 1, HANDLED);
        }
    }

    private void endToEnd(int atOnce) throws Exception {
        shop.createTable();
        Map<String, Contestant> contestants = started();
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        for (int round = -1; round < ROUNDS; round++) {
            List<String> order = new ArrayList<>(contestants.keySet());
            if (round % 2 == 0) {
                Collections.reverse(order);
            }
            for (String name : order) {
                double rate = rate(contestants.get(name), atOnce);
                if (round >= 0) {
                    rates.computeIfAbsent(name, key -> new ArrayList<>()).add(rate);
                }
            }
        }
        contestants.values().forEach(Contestant::close);
        print(
                "end to end, " + atOnce + " at once",
                contestants.keySet().stream().toList(),
                rates);
    }

    private Map<String, Contestant> started() throws Exception {
        Map<String, Contestant> contestants = new LinkedHashMap<>();
        for (var entry : Contestants.all().entrySet()) {
            Contestant contestant = entry.getValue().apply(shop);
            contestant.createTables();
            contestant.startWorkers();
            contestants.put(entry.getKey(), contestant);
        }
        return contestants;
    }

    private double rate(Contestant contestant, int atOnce) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(atOnce);
        AtomicInteger delivered = new AtomicInteger();
        long start = System.nanoTime();
        long end = start + SECONDS * 1_000_000_000L;
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < atOnce; i++) {
            running.add(senders.submit(() -> {
                while (System.nanoTime() < end) {
                    contestant.deliver(numbers.incrementAndGet());
                    delivered.incrementAndGet();
                }
                return null;
            }));
        }
        for (Future<?> sender : running) {
            sender.get();
        }
        senders.shutdown();
        return delivered.get() * 1e9 / (System.nanoTime() - start);
    }

    private void drain(String what, int processes, int handled) throws Exception {
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (var entry : Contestants.all().entrySet()) {
            Contestant contestant = entry.getValue().apply(shop);
            shop.createTable();
            contestant.createTables();
            if (handled == 0 || contestant.storeHandled(handled)) {
                contestant.storeBacklog(BACKLOG);
                vacuum();
                names.add(entry.getKey());
                rates.put(entry.getKey(), List.of(drained(entry.getKey(), processes)));
            }
            contestant.close();
            contestant.createTables();
        }
        print(what, names, rates);
    }

    /** The planner knows what is stored. */
    private void vacuum() throws Exception {
        shop.execute("VACUUM ANALYZE");
    }

    /** From the first effect on: how long a process takes to start is not the question. */
    private double drained(String name, int processes) throws Exception {
        List<Process> started = new ArrayList<>();
        for (int i = 0; i < processes; i++) {
            started.add(DrainProcess.start(name, url));
        }
        long before = shipped(0);
        long start = System.nanoTime();
        long shipped = shipped(BACKLOG - 1);
        double rate = (shipped - before) * 1e9 / (System.nanoTime() - start);
        for (Process process : started) {
            process.getOutputStream().close();
            process.waitFor();
        }
        long twice = shop.count("SELECT COUNT(*) - COUNT(DISTINCT order_id) FROM shipped");
        if (twice > 0) {
            System.out.println(name + " shipped " + twice + " twice");
        }
        return rate;
    }

    /** Waits until more than that are shipped, or for as long as anybody would, and returns how many are. */
    private long shipped(long more) throws Exception {
        long end = System.nanoTime() + MAX_DRAIN_SECONDS * 1_000_000_000L;
        long count = shop.count("SELECT COUNT(*) FROM shipped");
        while (count <= more && System.nanoTime() < end) {
            Thread.sleep(100);
            count = shop.count("SELECT COUNT(*) FROM shipped");
        }
        return count;
    }

    private static void print(String what, List<String> names, Map<String, List<Double>> rates) {
        System.out.printf(Locale.ROOT, "%n%-50s %12s %8s%n", what, "deliveries/s", "ratio");
        for (String name : names) {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < rates.get(name).size(); i++) {
                ratios.add(rates.get(name).get(i) / rates.get(Contestants.FLOOR).get(i));
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-50s %12.0f %8.2f%n",
                    "  " + name,
                    Median.of(rates.get(name), rate -> rate),
                    Median.of(ratios, ratio -> ratio));
        }
    }
}
