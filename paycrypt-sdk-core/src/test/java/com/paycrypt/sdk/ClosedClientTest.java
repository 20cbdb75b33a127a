package com.paycrypt.sdk;

import static com.paycrypt.sdk.Sessions.CREDENTIALS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.error.PayCryptConnectionException;
import com.paycrypt.sdk.faults.Relay;
import com.paycrypt.sdk.faults.TrustedServer;
import com.paycrypt.sdk.session.PaymentSession;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** A client that is closed in the middle of a call over HTTP/2, whose connection all calls share. */
@Isolated("TrustedServer")
@Timeout(Await.SECONDS)
class ClosedClientTest {
    private final CompletableFuture<Object> received = new CompletableFuture<>();
    private final CountDownLatch release = new CountDownLatch(1);

    @Test
    void itsConnectionIsClosedWithItsCalls() throws Exception {
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

    private void closeWithACallInFlight(Relay relay) throws Exception {
        PayCryptClient client = PayCryptClient.builder("https://127.0.0.1:" + relay.port(), CREDENTIALS)
                .build();
        CompletableFuture<PaymentSession> call = client.paymentSessions().createAsync(Sessions.request());
        assertThat(Await.result(CompletableFuture.anyOf(received, call))).isEqualTo("HTTP/2");

        client.close();

        assertThatThrownBy(() -> Await.result(call)).hasCauseInstanceOf(PayCryptConnectionException.class);
    }

    private MockResponse answerWhenReleased(RecordedRequest request) throws InterruptedException {
        received.complete(request.getVersion());
        release.await();
        return Sessions.created();
    }
}
