package com.paycrypt.examples.benchmarks.tomcat;

import com.paycrypt.examples.benchmarks.Median;
import com.paycrypt.sdk.auth.Credentials;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.catalina.LifecycleException;

/**
 * A webhook through the filter to the shop's code beside servlets that read the body and verify it by hand: the processor
 * time and allocated bytes of Tomcat's thread per delivery, over the loopback, and their ratio.
 *
 * <p>All take short turns in one JVM, in the other order each round, so that a machine whose speed drifts hits all of
 * them; the ratio is taken round by round, and its median counts. The filter reads the event and lets each delivery
 * through once; the one by hand that only verifies does neither, the one that binds the event does the first.
 */
public final class FilterInTomcat implements AutoCloseable {
    private static final String KEY = "pk_bench_1";
    private static final String SECRET = "sk_bench_1";
    private static final int BYTES_OF_A_TURN = 4 << 20;
    private static final int MAX_DELIVERIES = 400;
    private static final int WARM_UP = 40;
    private static final int ROUNDS = 60;
    private static final int[] SIZES = {350, 4 * 1024, 64 * 1024, 1024 * 1024};

    private final MeasuredTomcat tomcat = new MeasuredTomcat(KEY, SECRET);
    private final Map<Way, Sender> senders = new EnumMap<>(Way.class);
    private final int size;

    private FilterInTomcat(int size) throws Exception {
        this.size = size;
        for (Way way : Way.values()) {
            senders.put(way, new Sender(tomcat.port()));
        }
    }

    /** Runs and prints a table. */
    public static void run() throws Exception {
        System.out.println(
                "body bytes | verified us, B | and bound us, B | filter us, B | filter / verified | / bound");
        for (int size : SIZES) {
            try (FilterInTomcat measured = new FilterInTomcat(size)) {
                System.out.println(measured.row());
            }
        }
    }

    private String row() throws IOException {
        List<Map<Way, Cost>> rounds = new ArrayList<>();
        List<Way> order = new ArrayList<>(List.of(Way.values()));
        for (int i = 0; i < WARM_UP + ROUNDS; i++) {
            Collections.reverse(order);
            rounds.add(round(order));
        }
        return row(rounds.subList(WARM_UP, rounds.size()));
    }

    private Map<Way, Cost> round(List<Way> order) throws IOException {
        Map<Way, Cost> round = new EnumMap<>(Way.class);
        for (Way way : order) {
            round.put(way, turn(way));
        }
        return round;
    }

    private Cost turn(Way way) throws IOException {
        int deliveries = Math.min(MAX_DELIVERIES, BYTES_OF_A_TURN / size);
        List<byte[]> requests = new SignedRequests(Credentials.of(KEY, SECRET), "/" + way.path).make(size, deliveries);
        Cost before = tomcat.spent();
        Sender sender = Objects.requireNonNull(senders.get(way));
        for (byte[] request : requests) {
            sender.send(request);
        }
        return tomcat.spent().since(before).each(deliveries);
    }

    private String row(List<Map<Way, Cost>> rounds) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%10d", size));
        for (Way way : Way.values()) {
            double micros = Median.of(rounds, round -> cost(round, way).micros());
            double bytes = Median.of(rounds, round -> cost(round, way).bytes());
            row.append(String.format(Locale.ROOT, " | %6.1f %7.0f", micros, bytes));
        }
        for (Way yardstick : List.of(Way.VERIFIED, Way.BOUND)) {
            row.append(String.format(Locale.ROOT, " | %5.3f", Median.of(rounds, round -> ratio(round, yardstick))));
        }
        return row.toString();
    }

    private static double ratio(Map<Way, Cost> round, Way yardstick) {
        return cost(round, Way.FILTER).micros() / cost(round, yardstick).micros();
    }

    private static Cost cost(Map<Way, Cost> round, Way way) {
        return Objects.requireNonNull(round.get(way));
    }

    @Override
    public void close() throws IOException, LifecycleException {
        for (Sender sender : senders.values()) {
            sender.close();
        }
        tomcat.close();
    }

    /** Who receives. */
    private enum Way {
        VERIFIED("verified"),
        BOUND("bound"),
        FILTER("filtered");

        private final String path;

        Way(String path) {
            this.path = path;
        }
    }
}
