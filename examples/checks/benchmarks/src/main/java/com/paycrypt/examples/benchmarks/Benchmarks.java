package com.paycrypt.examples.benchmarks;

import com.paycrypt.examples.benchmarks.inbox.InboxBenchmark;
import com.paycrypt.examples.benchmarks.tomcat.FilterInTomcat;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs benchmarks by name: {@code signing}, {@code webhook}, {@code webhook-virtual} (the same on virtual threads, which needs JDK 21
 * or newer), {@code create}, {@code loopback}, {@code filter}, {@code inbox}, {@code cold} or {@code first}; any other word is a pattern of JMH
 * benchmarks. Compare processor time ({@code cpu}) and bytes ({@code gc.alloc.rate.norm}) within one run: they hold on machines that
 * others use at the same time.
 */
public final class Benchmarks {
    private static final String ON_VIRTUAL_THREADS = "-Djmh.executor=VIRTUAL";

    private Benchmarks() {}

    public static void main(String[] args) throws Exception {
        for (String name : args) {
            run(name);
        }
    }

    private static void run(String name) throws Exception {
        switch (name) {
            case "signing" -> jmh(SigningBenchmark.class.getSimpleName(), 1);
            case "webhook" -> jmh(WebhookBenchmark.class.getSimpleName(), 1);
            case "webhook-virtual" -> jmh(WebhookBenchmark.class.getSimpleName(), 1, ON_VIRTUAL_THREADS);
            case "create" -> jmh(CreateBenchmark.class.getSimpleName(), 1);
            case "loopback" -> CreateInTurns.run();
            case "filter" -> FilterInTomcat.run();
            case "cold" -> ColdStart.run();
            case "inbox" -> InboxBenchmark.run();
            case "first" -> FirstVerification.run();
            default -> jmh(name, 1);
        }
    }

    private static void jmh(String pattern, int threads, String... jvmArguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(pattern)
                        .threads(threads)
                        .forks(2)
                        .warmupIterations(4)
                        .warmupTime(TimeValue.seconds(3))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(2))
                        .addProfiler(GCProfiler.class)
                        .addProfiler(ProcessorTime.class)
                        .jvmArgsPrepend(jvmArguments)
                        .build())
                .run();
    }
}
