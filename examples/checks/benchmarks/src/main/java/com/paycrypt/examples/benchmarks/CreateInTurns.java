package com.paycrypt.examples.benchmarks;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
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

/**
 * Creates over loopback to a server in another process, by hand and by the SDK in short turns in one JVM, the order reversed
 * every round: what other processes do meanwhile affects both. The ratio of each round is taken, and their median printed.
 */
final class CreateInTurns {
    private static final int[] THREADS = {1, 8};
    private static final int CALLS = 300;
    private static final int MAX_WARM_UP = 600;
    private static final int QUIET_ROUNDS = 15;
    private static final long QUIET_MILLIS = 10;
    private static final int ROUNDS = 41;

    private final ThreadMXBean beans = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final ExecutorService threads;
    private final int count;

    private CreateInTurns(ExecutorService threads, int count) {
        this.threads = threads;
        this.count = count;
    }

    static void run() throws Exception {
        try (OtherProcess server = OtherProcess.start(SessionServer.class)) {
            String url = server.firstLine();
            loadClasses(url);
            for (int count : THREADS) {
                ExecutorService threads = Executors.newFixedThreadPool(count);
                new CreateInTurns(threads, count).compare(url);
                threads.shutdown();
            }
        }
    }

    /**
     * Loads the classes, with connections of its own: those of the SDK are checked before use once they idled for a second,
     * and the JDK polls such a socket before every read from then on, as it does after OkHttp's own check after ten.
     */
    private static void loadClasses(String url) throws Exception {
        new HandWritten(HandWritten.client(), url).create(HandWritten.order());
        try (PayCryptClient client = client(url)) {
            client.paymentSessions().create(Subject.request());
        }
    }

    private static PayCryptClient client(String url) {
        return PayCryptClient.builder(url, Credentials.of(Subject.KEY, Subject.SECRET))
                .build();
    }

    private void compare(String url) throws Exception {
        HandWritten floor = new HandWritten(HandWritten.client(), url);
        try (PayCryptClient client = client(url)) {
            Callable<?> byHand = () -> floor.create(HandWritten.order());
            Callable<?> bySdk = () -> client.paymentSessions().create(Subject.request());
            List<double[]> ratios = new ArrayList<>();
            warmUp(byHand, bySdk);
            for (int round = 0; round < ROUNDS; round++) {
                ratios.add(round(byHand, bySdk, round % 2 == 0));
            }
            report(ratios);
        }
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

    private double[] round(Callable<?> byHand, Callable<?> bySdk, boolean handFirst) throws Exception {
        double[] first = turn(handFirst ? byHand : bySdk);
        double[] second = turn(handFirst ? bySdk : byHand);
        double[] hand = handFirst ? first : second;
        double[] sdk = handFirst ? second : first;
        return new double[] {sdk[0] / hand[0], sdk[1] / hand[1], sdk[2] / hand[2], hand[2], sdk[2]};
    }

    /** Wall time, processor time and bytes of a call. */
    private double[] turn(Callable<?> call) throws Exception {
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
        double calls = (double) CALLS * count;
        return new double[] {
            (System.nanoTime() - wall) / calls, (processorTime() - processor) / calls, (bytes() - bytes) / calls
        };
    }

    private static Void repeat(Callable<?> call) throws Exception {
        for (int i = 0; i < CALLS; i++) {
            if (call.call() == null) {
                throw new IllegalStateException("no session");
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

    private void report(List<double[]> ratios) {
        System.out.printf(
                Locale.ROOT,
                "create over loopback, %d thread(s), sdk to hand-written, median of %d rounds: wall %.3f, processor time %.3f,"
                        + " bytes %.3f (%.0f of %.0f)%n",
                count,
                ratios.size(),
                median(ratios, 0),
                median(ratios, 1),
                median(ratios, 2),
                median(ratios, 4),
                median(ratios, 3));
    }

    private static double median(List<double[]> rounds, int column) {
        double[] sorted = rounds.stream().mapToDouble(round -> round[column]).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
