package com.paycrypt.examples.benchmarks.tomcat;

import com.paycrypt.sdk.auth.Credentials;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The webhook filter in Tomcat beside the same servlet without it, over the loopback: processor time and allocated
 * bytes of the server's threads per delivery, and their ratio.
 *
 * <p>Both read the whole body. Rounds alternate, so that noise hits both; the median counts.
 */
public final class FilterInTomcat {
    private static final Credentials CREDENTIALS = Credentials.of("pk_bench_1", "sk_bench_1");
    private static final int DELIVERIES = 6000;
    private static final int ROUNDS = 11;
    private static final int[] SIZES = {350, 4 * 1024, 64 * 1024, 1024 * 1024};

    private FilterInTomcat() {}

    /** Runs and prints a table. */
    public static void run() throws Exception {
        System.out.println("body bytes | plain us, B | filter us, B | ratio of time | more B");
        try (MeasuredTomcat tomcat = new MeasuredTomcat(CREDENTIALS)) {
            for (int size : SIZES) {
                System.out.println(row(tomcat, size, DELIVERIES / (1 + size / 8192)));
            }
        }
    }

    private static String row(MeasuredTomcat tomcat, int size, int deliveries) throws Exception {
        List<Cost> plain = new ArrayList<>();
        List<Cost> filtered = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            plain.add(cost(tomcat, "/plain", size, deliveries));
            filtered.add(cost(tomcat, "/filtered", size, deliveries));
        }
        double plainTime = median(plain, Cost::micros);
        double filteredTime = median(filtered, Cost::micros);
        double plainBytes = median(plain, Cost::bytes);
        double filteredBytes = median(filtered, Cost::bytes);
        return String.format(
                Locale.ROOT,
                "%10d | %7.1f %8.0f | %7.1f %8.0f | %5.2f | %6.0f",
                size,
                plainTime,
                plainBytes,
                filteredTime,
                filteredBytes,
                filteredTime / plainTime,
                filteredBytes - plainBytes);
    }

    private static Cost cost(MeasuredTomcat tomcat, String path, int size, int deliveries) throws Exception {
        List<byte[]> requests = new SignedRequests(CREDENTIALS, path).make(size, deliveries);
        try (Sender sender = new Sender(tomcat.port())) {
            Cost before = tomcat.spent();
            for (byte[] request : requests) {
                sender.send(request);
            }
            return tomcat.spent().since(before).each(deliveries);
        }
    }

    private static double median(List<Cost> costs, ToDoubleFunction<Cost> figure) {
        return costs.stream()
                .sorted(Comparator.comparingDouble(figure))
                .skip(costs.size() / 2)
                .mapToDouble(figure)
                .findFirst()
                .orElseThrow();
    }
}
