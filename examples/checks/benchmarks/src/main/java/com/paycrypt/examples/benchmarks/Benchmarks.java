package com.paycrypt.examples.benchmarks;

import com.paycrypt.examples.benchmarks.inbox.InboxBenchmark;
import com.paycrypt.examples.benchmarks.tomcat.FilterInTomcat;

/**
 * Runs benchmarks by name: {@code signing}, {@code webhook}, {@code create}, {@code loopback}, {@code filter}, {@code inbox},
 * {@code cold} or {@code first}. What they compare takes turns in one run: only the ratios hold on machines that others use at the
 * same time.
 */
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] args) throws Exception {
        for (String name : args) {
            run(name);
        }
    }

    private static void run(String name) throws Exception {
        switch (name) {
            case "signing" -> SigningBenchmark.run();
            case "webhook" -> WebhookBenchmark.run();
            case "create" -> CreateBenchmark.run();
            case "loopback" -> LoopbackBenchmark.run();
            case "filter" -> FilterInTomcat.run();
            case "cold" -> ColdStart.run();
            case "inbox" -> InboxBenchmark.run();
            case "first" -> FirstVerification.run();
            default -> throw new IllegalArgumentException("no benchmark is called " + name);
        }
    }
}
