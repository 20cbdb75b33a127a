package com.paycrypt.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.auth.CredentialsProvider;
import com.paycrypt.sdk.call.CallObserver;
import com.paycrypt.sdk.call.RetryPolicy;
import com.paycrypt.sdk.error.Outcome;
import com.paycrypt.sdk.error.PayCryptApiException;
import com.paycrypt.sdk.error.PayCryptConnectionException;
import com.paycrypt.sdk.faults.Way;
import com.paycrypt.sdk.session.PaymentSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Credentials that change while a client is used, and a server that accepts none but the newest. */
@Timeout(300)
class RotationTest {
    @StartStop
    final MockWebServer server = PromptServer.create();

    private final AtomicReference<Credentials> vault = new AtomicReference<>(credentials(0));
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger renewed = new AtomicInteger();

    @Test
    void aThousandRotationsUnderLoadRejectNoCall() {
        acceptTheNewest();
        try (PayCryptClient client = client(vault::get)) {
            for (int rotation = 1; rotation <= 1_000; rotation++) {
                List<CompletableFuture<PaymentSession>> calls = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    calls.add(client.paymentSessions().createAsync(Sessions.request()));
                }
                vault.set(credentials(rotation));
                assertThat(calls)
                        .allSatisfy(call -> assertThat(call.join().id()).isEqualTo("ps_1"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCacheSparesTheVault(Way way) {
        acceptTheNewest();
        CredentialsProvider provider = () -> {
            asked.incrementAndGet();
            return vault.get();
        };
        try (PayCryptClient client = client(provider.cachedFor(Duration.ofHours(1)))) {
            way.create(client.paymentSessions(), Sessions.request());
            way.create(client.paymentSessions(), Sessions.request());
            assertThat(asked).hasValue(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRejectedRequestIsSignedOnceMoreWithOtherCredentials(Way way) {
        acceptTheNewest();
        Credentials old = credentials(0);
        vault.set(credentials(1));
        CredentialsProvider late = new CredentialsProvider() {
            @Override
            public Credentials credentials() {
                return old;
            }

            @Override
            public Credentials renewed(Credentials rejected) {
                assertThat(rejected).isSameAs(old);
                return vault.get();
            }
        };
        try (PayCryptClient client = client(late)) {
            PaymentSession session = way.create(client.paymentSessions(), Sessions.request());

            assertThat(session.call().orElseThrow().attempts()).isEqualTo(2);
        }
        assertThat(renewed).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource
    void theSameCredentialsAreNotTriedTwice(Way way) {
        acceptTheNewest();
        try (PayCryptClient client = client(() -> credentials(7))) {
            assertThatThrownBy(() -> way.create(client.paymentSessions(), Sessions.request()))
                    .isInstanceOfSatisfying(
                            PayCryptApiException.class,
                            failure -> assertThat(failure.attempts()).isEqualTo(1));
        }
        assertThat(renewed).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource
    void aProviderThatFailsSendsNothing(Way way) {
        CredentialsProvider sealed = () -> {
            throw new IllegalStateException("the vault is sealed");
        };
        try (PayCryptClient client = client(sealed)) {
            assertThatThrownBy(() -> way.create(client.paymentSessions(), Sessions.request()))
                    .isInstanceOfSatisfying(
                            PayCryptConnectionException.class,
                            failure -> assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT))
                    .hasMessageContaining("the credentials provider or the clock failed")
                    .hasMessageContaining("the vault is sealed");
        }
        assertThat(server.getRequestCount()).isZero();
    }

    private void acceptTheNewest() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                byte[] body = request.getBody() == null
                        ? new byte[0]
                        : request.getBody().toByteArray();
                String signature =
                        vault.get().sign(Long.parseLong(request.getHeaders().get("X-Paycrypt-Timestamp")), body);
                return signature.equals(request.getHeaders().get("X-Paycrypt-Signature"))
                        ? Sessions.created()
                        : Sessions.answer(401, "{\"error\":\"bad_signature\"}");
            }
        });
    }

    private PayCryptClient client(CredentialsProvider provider) {
        return PayCryptClient.builder(server.url("/").toString(), provider)
                .retryPolicy(RetryPolicy.none())
                .listener(call -> new CallObserver() {
                    @Override
                    public void credentialsRenewed() {
                        renewed.incrementAndGet();
                    }
                })
                .build();
    }

    private static Credentials credentials(int number) {
        return Credentials.of("pk_1", "sk_" + number);
    }
}
