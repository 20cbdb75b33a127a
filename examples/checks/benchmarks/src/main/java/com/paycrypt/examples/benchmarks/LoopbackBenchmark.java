package com.paycrypt.examples.benchmarks;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;

/** Creates over loopback to a server in another process, by hand and by the SDK in turns. */
final class LoopbackBenchmark {
    private static final int[] THREADS = {1, 8};
    private static final int CALLS = 300;

    private LoopbackBenchmark() {}

    static void run() throws Exception {
        try (OtherProcess server = OtherProcess.start(SessionServer.class)) {
            String url = server.firstLine();
            loadClasses(url);
            for (int count : THREADS) {
                compare(url, count);
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

    private static void compare(String url, int count) throws Exception {
        HandWritten floor = new HandWritten(HandWritten.client(), url);
        try (PayCryptClient client = client(url)) {
            Turns.compare(
                    "create over loopback",
                    count,
                    CALLS,
                    () -> floor.create(HandWritten.order()),
                    () -> client.paymentSessions().create(Subject.request()));
        }
    }
}
