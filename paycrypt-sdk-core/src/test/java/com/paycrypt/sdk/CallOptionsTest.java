package com.paycrypt.sdk;

import static com.paycrypt.sdk.Sessions.CREDENTIALS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.call.CallMetadata;
import com.paycrypt.sdk.call.CallOptions;
import com.paycrypt.sdk.call.RetryPolicy;
import com.paycrypt.sdk.error.PayCryptException;
import com.paycrypt.sdk.session.PaymentSession;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallOptionsTest {
    @StartStop
    final MockWebServer server = new MockWebServer();

    private final FakeTime time = new FakeTime(Instant.parse("2026-11-01T12:00:00Z"));

    @Test
    void aSessionTellsHowItsCallWent() throws InterruptedException {
        server.enqueue(Sessions.answer(503, ""));
        server.enqueue(Sessions.answer(200, Sessions.json("ps_1")));
        CallOptions options = CallOptions.defaults().requestId("checkout-42");
        try (PayCryptClient client = client()) {
            PaymentSession session = client.paymentSessions().create(Sessions.request(), options);

            assertThat(session.call()).hasValue(CallMetadata.of(200, "checkout-42", 2));
            assertThat(PaymentSession.fromJson(session.toJson()).call()).isEmpty();
        }
        assertThat(server.takeRequest().getHeaders().values("X-Request-ID")).containsExactly("checkout-42");
        assertThat(server.takeRequest().getHeaders().values("X-Request-ID")).containsExactly("checkout-42");
    }

    @Test
    void aRetrievalTellsToo() {
        server.enqueue(Sessions.answer(200, Sessions.json("ps_1"))
                .newBuilder()
                .setHeader("X-Request-ID", "srv-1")
                .build());
        try (PayCryptClient client = client()) {
            assertThat(client.paymentSessions()
                            .retrieve("ps_1", CallOptions.defaults())
                            .call())
                    .hasValue(CallMetadata.of(200, "srv-1", 1));
        }
    }

    @Test
    void aCallMayHaveAPolicyOfItsOwn() {
        server.enqueue(Sessions.answer(503, ""));
        CallOptions once = CallOptions.defaults().retryPolicy(RetryPolicy.none());
        try (PayCryptClient client = client()) {
            assertThatThrownBy(() -> client.paymentSessions()
                            .createAsync(Sessions.request(), once)
                            .join())
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            PayCryptException.class,
                            failure -> assertThat(failure.attempts()).isEqualTo(1));
        }
    }

    @Test
    void aCallMayHaveATimeLimitOfItsOwn() {
        server.enqueue(Sessions.answer(503, "{\"retry_after\":9}"));
        CallOptions quick = CallOptions.defaults().callTimeout(Duration.ofSeconds(8));
        try (PayCryptClient client = client()) {
            assertThatThrownBy(() -> client.paymentSessions().create(Sessions.request(), quick))
                    .hasMessageContaining("a delay of 9 s does not fit the call's time limit");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\nb", "ä"})
    void aRequestIdThatIsNoHeaderIsRejected(String id) {
        assertThatThrownBy(() -> CallOptions.defaults().requestId(id)).hasMessageContaining("visible ASCII");
        assertThatThrownBy(() -> CallOptions.defaults().requestId("x".repeat(129)))
                .hasMessageContaining("1 to 128");
    }

    @Test
    void aTimeLimitOutOfRangeIsRejected() {
        assertThatThrownBy(() -> CallOptions.defaults().callTimeout(Duration.ZERO))
                .hasMessageContaining("1 ms to 1 hour");
        assertThatThrownBy(() -> CallOptions.defaults().callTimeout(Duration.ofHours(2)))
                .hasMessageContaining("1 ms to 1 hour");
    }

    private PayCryptClient client() {
        return time.on(PayCryptClient.builder(server.url("/").toString(), CREDENTIALS))
                .build();
    }
}
