package com.paycrypt.sdk;

import static com.paycrypt.sdk.Sessions.CREDENTIALS;
import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.faults.Relay;
import com.paycrypt.sdk.faults.Way;
import com.paycrypt.sdk.session.PaymentSession;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Many calls on one connection, which must not outlive its use or its death. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(Await.SECONDS)
class Http2Test {
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

    @ParameterizedTest
    @MethodSource("deaths")
    void aConnectionThatTheServerGivesUpCostsAnAttemptAtMost(MockResponse death, Way way) throws IOException {
        OkHttpClient given = new OkHttpClient.Builder()
                .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                .build();
        try (MockWebServer server = new MockWebServer()) {
            server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
            server.enqueue(Sessions.created());
            server.enqueue(death);
            server.enqueue(Sessions.created());
            server.enqueue(Sessions.created());
            server.start(InetAddress.getLoopbackAddress(), 0);
            try (PayCryptClient client = new FakeTime(Instant.EPOCH)
                    .on(PayCryptClient.builder("http://127.0.0.1:" + server.getPort(), CREDENTIALS))
                    .httpClient(given)
                    .build()) {
                for (int call = 0; call < 3; call++) {
                    PaymentSession session = way.create(client.paymentSessions(), Sessions.request());
                    assertThat(session.call().orElseThrow().attempts()).isLessThanOrEqualTo(2);
                }
            }
        }
    }

    /** REFUSED_STREAM, CANCEL and INTERNAL_ERROR in RST_STREAM, and GOAWAY with and without a response. */
    static Stream<Arguments> deaths() {
        return Stream.of(
                        Sessions.created().newBuilder().onResponseStart(new SocketEffect.CloseStream(7)),
                        Sessions.created().newBuilder().onResponseStart(new SocketEffect.CloseStream(8)),
                        Sessions.created().newBuilder().onResponseStart(new SocketEffect.CloseStream(2)),
                        Sessions.created().newBuilder().onResponseStart(SocketEffect.ShutdownConnection.INSTANCE),
                        Sessions.created().newBuilder().onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE))
                .flatMap(death -> Stream.of(Way.values()).map(way -> Arguments.of(death.build(), way)));
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
