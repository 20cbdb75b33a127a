package com.paycrypt.examples.benchmarks;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** The processor time of a JVM that makes one call over TLS and ends, beside the hand-written one, in turns. */
final class ColdStart {
    private static final int ROUNDS = 15;
    private static final String PASSWORD = "benchmark";
    private static final String URL = "paycrypt.benchmark.url";

    private ColdStart() {}

    static void run() throws Exception {
        CpuTime.require();
        Path store = certificate();
        try (SSLServerSocket server = serverSocket(store)) {
            Thread serving = new Thread(() -> serve(server), "tls-server");
            serving.setDaemon(true);
            serving.start();
            report(measure(server.getLocalPort(), store));
        }
    }

    private static List<double[]> measure(int port, Path store) throws Exception {
        List<double[]> rounds = new ArrayList<>();
        String[] options = {
            "-D" + URL + "=https://localhost:" + port,
            "-Djavax.net.ssl.trustStore=" + store,
            "-Djavax.net.ssl.trustStorePassword=" + PASSWORD
        };
        for (int i = 0; i < ROUNDS; i++) {
            rounds.add(new double[] {
                millis(Nothing.class, options), millis(ByHand.class, options), millis(BySdk.class, options)
            });
        }
        return rounds;
    }

    private static void report(List<double[]> rounds) {
        double empty = median(rounds, 0);
        double floor = median(rounds, 1);
        double sdk = median(rounds, 2);
        System.out.printf(
                Locale.ROOT,
                "cold start with TLS, processor time, median of %d: empty JVM %.0f ms, hand-written %.0f ms, sdk %.0f ms,"
                        + " ratio %.3f%n",
                ROUNDS,
                empty,
                floor,
                sdk,
                sdk / floor);
    }

    private static double median(List<double[]> rounds, int column) {
        double[] sorted = rounds.stream().mapToDouble(round -> round[column]).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double millis(Class<?> main, String... options) throws Exception {
        try (OtherProcess child = OtherProcess.start(main, options)) {
            return Double.parseDouble(child.firstLine());
        }
    }

    /** In a JKS store, as the JDK trusts by default: the key of a PKCS12 store is derived, which takes long on either side. */
    private static Path certificate() throws Exception {
        Path store = Files.createTempDirectory("paycrypt-benchmark").resolve("store.jks");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = new ArrayList<>(List.of(keytool, "-keystore", store.toString()));
        command.addAll(
                List.of("-genkeypair -alias server -keyalg EC -dname CN=localhost -ext san=dns:localhost".split(" ")));
        command.addAll(List.of("-validity", "2", "-storetype", "JKS", "-storepass", PASSWORD, "-keypass", PASSWORD));
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException("keytool made no certificate");
        }
        return store;
    }

    private static SSLServerSocket serverSocket(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private static void serve(SSLServerSocket server) {
        try {
            SessionServer.serve(server);
        } catch (IOException e) {
            Thread.currentThread().setName("closed");
        }
    }

    /** An empty JVM. */
    static final class Nothing {
        private Nothing() {}

        public static void main(String[] args) throws IOException {
            CpuTime.print();
        }
    }

    /** The call written by hand. */
    static final class ByHand {
        private ByHand() {}

        public static void main(String[] args) throws Exception {
            new HandWritten(HandWritten.client(), System.getProperty(URL)).create(HandWritten.order());
            CpuTime.print();
            System.exit(0);
        }
    }

    /** The call by the SDK. */
    static final class BySdk {
        private BySdk() {}

        public static void main(String[] args) throws IOException {
            try (PayCryptClient client = PayCryptClient.builder(
                            System.getProperty(URL), Credentials.of(Subject.KEY, Subject.SECRET))
                    .build()) {
                client.paymentSessions().create(Subject.request());
                CpuTime.print();
            }
        }
    }
}
