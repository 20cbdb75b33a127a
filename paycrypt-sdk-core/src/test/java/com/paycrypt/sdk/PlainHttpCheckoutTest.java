package com.paycrypt.sdk;

import static com.paycrypt.sdk.Sessions.CREDENTIALS;
import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.faults.TrustedServer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A checkout that the customer reaches over plain http although the server speaks https. */
@Isolated("TrustedServer")
class PlainHttpCheckoutTest {
    private static final String PLAIN = Sessions.json("ps_1").replace("https://", "HTTP://");

    private final Logger logger = Logger.getLogger("com.paycrypt.sdk");
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final Handler collecting = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().equals(Level.WARNING)) {
                warnings.add(line.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void collect() {
        logger.addHandler(collecting);
    }

    @AfterEach
    void release() {
        logger.removeHandler(collecting);
    }

    @Test
    void itIsReportedOnceForAClient() throws Exception {
        try (TrustedServer server = TrustedServer.start(request -> Sessions.answer(201, PLAIN));
                PayCryptClient client =
                        PayCryptClient.builder(server.url(), CREDENTIALS).build()) {
            client.paymentSessions().create(Sessions.request());
            client.paymentSessions().createAsync(Sessions.request()).join();

            assertThat(warnings)
                    .singleElement()
                    .asString()
                    .contains("127.0.0.1", "checkout over plain http")
                    .doesNotContain("ps_1");
        }
    }

    @Test
    void aServerOfThisMachineMayUsePlainHttpThroughout() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(Sessions.answer(201, PLAIN));
            try (PayCryptClient client = PayCryptClient.builder(server.url("/").toString(), CREDENTIALS)
                    .build()) {
                client.paymentSessions().create(Sessions.request());
            }
        }

        assertThat(warnings).isEmpty();
    }

    @Test
    void anHttpsCheckoutIsNotReported() throws Exception {
        try (TrustedServer server = TrustedServer.start(request -> Sessions.created());
                PayCryptClient client =
                        PayCryptClient.builder(server.url(), CREDENTIALS).build()) {
            client.paymentSessions().create(Sessions.request());
        }

        assertThat(warnings).isEmpty();
    }
}
