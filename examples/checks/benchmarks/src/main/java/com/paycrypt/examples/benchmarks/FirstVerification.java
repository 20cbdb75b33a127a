package com.paycrypt.examples.benchmarks;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookSigner;
import com.paycrypt.sdk.webhook.WebhookVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The processor time of a JVM that verifies one delivery and ends, beside an empty one and the same by hand, in turns. */
final class FirstVerification {
    private static final int ROUNDS = 15;
    private static final String BODY = "{\"type\": \"payment.confirmed\", \"id\": \"evt_17\", \"created\": 1723650000,"
            + " \"data\": {\"object\": {\"id\": \"ps_abcd1234ef56\", \"order_id\": \"ORD-123\", \"status\": \"completed\","
            + " \"fiat_amount\": 49.0, \"fiat_currency\": \"USD\", \"metadata\": {\"source\": \"merchant\"}}}}";
    private static final List<String> HEADERS =
            List.of("X-Paycrypt-Key", "X-Paycrypt-Timestamp", "X-Paycrypt-Signature");

    private FirstVerification() {}

    static void run() throws IOException {
        CpuTime.require();
        List<double[]> rounds = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            String[] delivery = delivery();
            rounds.add(new double[] {
                millis(Nothing.class, delivery),
                millis(DigestAlone.class, delivery),
                millis(ByHand.class, delivery),
                millis(BySdk.class, delivery)
            });
        }
        double empty = median(rounds, 0);
        System.out.printf(
                Locale.ROOT,
                "first verification, processor time, median of %d: empty JVM %.1f ms; over it the runtime's SHA-256 alone %.1f ms,"
                        + " Mac and databind %.1f ms, sdk %.1f ms%n",
                ROUNDS,
                empty,
                median(rounds, 1) - empty,
                median(rounds, 2) - empty,
                median(rounds, 3) - empty);
    }

    /** Signed here: signing would warm what is measured. */
    private static String[] delivery() {
        SignedWebhook signed = WebhookSigner.of(Credentials.of(Subject.KEY, Subject.SECRET))
                .sign(BODY.getBytes(StandardCharsets.UTF_8));
        return HEADERS.stream()
                .map(name -> "-D" + name + "=" + signed.headers().get(name).get(0))
                .toArray(String[]::new);
    }

    private static double median(List<double[]> rounds, int column) {
        double[] sorted = rounds.stream().mapToDouble(round -> round[column]).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double millis(Class<?> main, String... options) throws IOException {
        try (OtherProcess child = OtherProcess.start(main, options)) {
            return Double.parseDouble(child.firstLine());
        }
    }

    private static byte[] body() {
        return BODY.getBytes(StandardCharsets.UTF_8);
    }

    /** An empty JVM. */
    static final class Nothing {
        private Nothing() {}

        public static void main(String[] args) throws IOException {
            body();
            CpuTime.print();
        }
    }

    /** What no verification can do without. */
    static final class DigestAlone {
        private DigestAlone() {}

        public static void main(String[] args) throws GeneralSecurityException, IOException {
            MessageDigest.getInstance("SHA-256").digest(body());
            CpuTime.print();
        }
    }

    /** What a merchant would write. */
    static final class ByHand {
        private ByHand() {}

        public static void main(String[] args) throws IOException {
            HandWritten.verify(
                    System.getProperty("X-Paycrypt-Timestamp"), body(), System.getProperty("X-Paycrypt-Signature"));
            CpuTime.print();
        }
    }

    /** The same by the SDK. */
    static final class BySdk {
        private BySdk() {}

        public static void main(String[] args) throws IOException {
            Map<String, List<String>> headers = Map.of(
                    "X-Paycrypt-Key", List.of(System.getProperty("X-Paycrypt-Key")),
                    "X-Paycrypt-Timestamp", List.of(System.getProperty("X-Paycrypt-Timestamp")),
                    "X-Paycrypt-Signature", List.of(System.getProperty("X-Paycrypt-Signature")));
            WebhookVerifier.of(Credentials.of(Subject.KEY, Subject.SECRET)).verify(headers::get, body());
            CpuTime.print();
        }
    }
}
