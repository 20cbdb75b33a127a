package com.paycrypt.examples.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;

/**
 * Compares the SDK with the same work by hand in short turns in one JVM, the order reversed every round: what other processes do
 * meanwhile affects both. The ratio of each round is taken, and their median printed.
 */
final class Turns {
    private static final int MAX_WARM_UP = 600;
    private static final int QUIET_ROUNDS = 15;
    private static final long QUIET_MILLIS = 10;
    private static final int ROUNDS = 41;
    private static final int BYTES_A_TURN = 20_000_000;
    private static final int MAX_CALLS = 20_000;

    private final ThreadMXBean beans = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final ExecutorService threads;
    private final int count;
    private final int calls;

    private Turns(ExecutorService threads, int count, int calls) {
        this.threads = threads;
        this.count = count;
        this.calls = calls;
    }

    /** Compares work on so many bytes, in one thread and turns of some tens of milliseconds. */
    static void compare(String what, int size, Callable<?> byHand, Callable<?> bySdk) throws Exception {
        compare(what, 1, Math.min(MAX_CALLS, BYTES_A_TURN / size), byHand, bySdk);
    }

    /** Compares on so many threads, each with so many calls a turn. */
    static void compare(String what, int count, int calls, Callable<?> byHand, Callable<?> bySdk) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            new Turns(threads, count, calls).compare(what, byHand, bySdk);
        } finally {
            threads.shutdown();
        }
    }

    private void compare(String what, Callable<?> byHand, Callable<?> bySdk) throws Exception {
        List<Round> rounds = new ArrayList<>();
        warmUp(byHand, bySdk);
        for (int round = 0; round < ROUNDS; round++) {
            rounds.add(round(byHand, bySdk, round % 2 == 0));
        }
        report(what, rounds);
    }

    /** Until the compilers rest: beside other processes they lag behind by many thousands of calls. */
    private void warmUp(Callable<?> byHand, Callable<?> bySdk) throws Exception {
        CompilationMXBean compilers = ManagementFactory.getCompilationMXBean();
        for (int round = 0, quiet = 0; round < MAX_WARM_UP && quiet < QUIET_ROUNDS; round++) {
            long before = compilers.getTotalCompilationTime();
            round(byHand, bySdk, round % 2 == 0);
            quiet = compilers.getTotalCompilationTime() - before > QUIET_MILLIS ? 0 : quiet + 1;
        }
    }

    private Round round(Callable<?> byHand, Callable<?> bySdk, boolean handFirst) throws Exception {
        Cost first = turn(handFirst ? byHand : bySdk);
        Cost second = turn(handFirst ? bySdk : byHand);
        return handFirst ? new Round(first, second) : new Round(second, first);
    }

    private Cost turn(Callable<?> call) throws Exception {
        long wall = System.nanoTime();
        long processor = processorTime();
        long bytes = bytes();
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            running.add(threads.submit(() -> repeat(call)));
        }
        for (Future<?> thread : running) {
            thread.get();
        }
        double all = (double) calls * count;
        return new Cost((System.nanoTime() - wall) / all, (processorTime() - processor) / all, (bytes() - bytes) / all);
    }

    private Void repeat(Callable<?> call) throws Exception {
        for (int i = 0; i < calls; i++) {
            if (call.call() == null) {
                throw new IllegalStateException("no result");
            }
        }
        return null;
    }

    private long processorTime() {
        return Arrays.stream(beans.getAllThreadIds())
                .map(beans::getThreadCpuTime)
                .filter(nanos -> nanos > 0)
                .sum();
    }

    private long bytes() {
        return Arrays.stream(beans.getThreadAllocatedBytes(beans.getAllThreadIds()))
                .filter(allocated -> allocated > 0)
                .sum();
    }

    private void report(String what, List<Round> rounds) {
        System.out.printf(
                Locale.ROOT,
                "%s, %d thread(s), sdk to hand-written, median of %d rounds: wall %.3f, processor time %.3f (%.0f of %.0f ns),"
                        + " bytes %.3f (%.0f of %.0f)%n",
                what,
                count,
                rounds.size(),
                ratio(rounds, Cost::wall),
                ratio(rounds, Cost::processor),
                Median.of(rounds, round -> round.sdk.processor),
                Median.of(rounds, round -> round.hand.processor),
                ratio(rounds, Cost::bytes),
                Median.of(rounds, round -> round.sdk.bytes),
                Median.of(rounds, round -> round.hand.bytes));
    }

    private static double ratio(List<Round> rounds, ToDoubleFunction<Cost> part) {
        return Median.of(rounds, round -> part.applyAsDouble(round.sdk) / part.applyAsDouble(round.hand));
    }

    /** Of a call: nanoseconds of wall time and of processor time, and bytes allocated. */
    private record Cost(double wall, double processor, double bytes) {}

    private record Round(Cost hand, Cost sdk) {}
}
