package com.paycrypt.sdk;

import static com.paycrypt.sdk.Sessions.CREDENTIALS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.error.PayCryptConnectionException;
import com.paycrypt.sdk.faults.Relay;
import com.paycrypt.sdk.faults.TrustedServer;
import com.paycrypt.sdk.session.PaymentSession;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many calls on one connection, which must not outlive its use or its death. */
@Timeout(Await.SECONDS)
class Http2Test {
    private final CountDownLatch received = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    @Test
    void aDeadConnectionOfAGivenClientIsFoundAndLeft() throws IOException {
        OkHttpClient given = new OkHttpClient.Builder()
                .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                .build();
        try (MockWebServer server = clearText();
                Relay relay = new Relay(server.getPort());
                PayCryptClient client = new FakeTime(Instant.EPOCH)
                        .on(PayCryptClient.builder("http://127.0.0.1:" + relay.port(), CREDENTIALS))
                        .httpClient(given)
                        .attemptTimeout(Duration.ofSeconds(50))
                        .callTimeout(Duration.ofHours(1))
                        .build()) {
            client.paymentSessions().create(Sessions.request());
            relay.freeze();

            client.paymentSessions().create(Sessions.request());

            assertThat(relay.made()).isEqualTo(2);
        }
    }

    @Test
    void aConnectionWhoseCallsTheCloseOfTheClientEndedIsClosedToo() throws Exception {
        try (TrustedServer server = TrustedServer.start(this::answerWhenReleased);
                Relay relay = new Relay(server.port())) {
            try {
                closeWithACallInFlight(relay);

                Await.latch(relay.hungUp());
            } finally {
                release.countDown();
            }
        }
    }

    private void closeWithACallInFlight(Relay relay) throws InterruptedException {
        PayCryptClient client = PayCryptClient.builder("https://127.0.0.1:" + relay.port(), CREDENTIALS)
                .build();
        CompletableFuture<PaymentSession> call = client.paymentSessions().createAsync(Sessions.request());
        Await.latch(received);

        client.close();

        assertThatThrownBy(() -> Await.result(call)).hasCauseInstanceOf(PayCryptConnectionException.class);
    }

    private MockResponse answerWhenReleased(RecordedRequest request) throws InterruptedException {
        assertThat(request.getVersion()).isEqualTo("HTTP/2");
        received.countDown();
        release.await();
        return Sessions.created();
    }

    private static MockWebServer clearText() throws IOException {
        MockWebServer server = new MockWebServer();
        server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return Sessions.created();
            }
        });
        server.start(InetAddress.getLoopbackAddress(), 0);
        return server;
    }
}
