package com.paycrypt.sdk;

import static com.paycrypt.sdk.Sessions.CREDENTIALS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.auth.CredentialsProvider;
import com.paycrypt.sdk.call.CallInfo;
import com.paycrypt.sdk.call.CallListener;
import com.paycrypt.sdk.call.CallObserver;
import com.paycrypt.sdk.call.CallObserver.AttemptInfo;
import com.paycrypt.sdk.call.CallOptions;
import com.paycrypt.sdk.call.RetryPolicy;
import com.paycrypt.sdk.error.PayCryptApiException;
import com.paycrypt.sdk.error.PayCryptException;
import com.paycrypt.sdk.faults.Certificates;
import com.paycrypt.sdk.session.PaymentSession;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The programs of the client's guide, run. */
class ClientGuideTest {
    private static final String PASSWORD = "secret";

    @StartStop
    final MockWebServer server = new MockWebServer();

    private final List<String> done = new CopyOnWriteArrayList<>();

    @Test
    void aSessionIsStoredAndUsedAgain() {
        server.enqueue(Sessions.created());
        Map<String, String> orders = new HashMap<>();
        String baseUrl = baseUrl();
        PaymentSessionRequest request = Sessions.request();
        // region store
        try (PayCryptClient payCrypt =
                PayCryptClient.builder(baseUrl, CREDENTIALS).build()) {
            PaymentSession session = payCrypt.paymentSessions().create(request);
            orders.put(request.orderId(), session.toJson());
        }

        PaymentSession again = PaymentSession.fromJson(orders.getOrDefault("ORD-123", ""));
        // endregion
        assertThat(again.id()).isEqualTo("ps_1");
    }

    @Test
    void aFailureSaysWhatToDo() {
        server.enqueue(Sessions.answer(400, "{\"error\":\"missing_fields\",\"fields\":[\"order_id\"]}"));
        server.enqueue(Sessions.answer(502, ""));
        try (PayCryptClient payCrypt = PayCryptClient.builder(baseUrl(), CREDENTIALS)
                .retryPolicy(RetryPolicy.none())
                .build()) {
            createOrTell(payCrypt, Sessions.request());
            createOrTell(payCrypt, Sessions.request());
        }
        assertThat(done).containsExactly("rejected: [order_id]", "try ORD-123 again");
    }

    private void createOrTell(PayCryptClient payCrypt, PaymentSessionRequest request) {
        // region errors
        try {
            payCrypt.paymentSessions().create(request);
        } catch (PayCryptApiException e) {
            switch (e.outcome()) {
                case REJECTED -> done.add("rejected: " + e.fields());
                default -> done.add("try " + request.orderId() + " again");
            }
        } catch (PayCryptException e) {
            done.add("not reached: " + e.getMessage());
        }
        // endregion
    }

    @Test
    void limitsAndRetriesAreSet() {
        String baseUrl = baseUrl();
        // region limits
        PayCryptClient patient = PayCryptClient.builder(baseUrl, CREDENTIALS)
                .connectTimeout(Duration.ofSeconds(5))
                .attemptTimeout(Duration.ofSeconds(20))
                .callTimeout(Duration.ofMinutes(2))
                .retryPolicy(RetryPolicy.standard().retries(4))
                .build();
        PayCryptClient cautious =
                patient.toBuilder().retryPolicy(RetryPolicy.onlyIfNotSent()).build();
        // endregion
        server.enqueue(Sessions.created());
        try (patient;
                cautious) {
            assertThat(cautious.paymentSessions().create(Sessions.request()).id())
                    .isEqualTo("ps_1");
        }
    }

    @Test
    void callsAreCounted() {
        server.enqueue(Sessions.answer(503, "")
                .newBuilder()
                .setHeader("Retry-After", "0")
                .build());
        server.enqueue(Sessions.created());
        CallCounter counter = new CallCounter();
        try (PayCryptClient payCrypt =
                PayCryptClient.builder(baseUrl(), CREDENTIALS).listener(counter).build()) {
            payCrypt.paymentSessions().create(Sessions.request());
        }
        assertThat(counter.count("payment_sessions.create status 503")).isOne();
        assertThat(counter.count("payment_sessions.create ok 201")).isOne();
        assertThat(counter.count("payment_sessions.create done")).isOne();
    }

    // region metrics
    static final class CallCounter implements CallListener {
        private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

        @Override
        public CallObserver started(CallInfo call) {
            return new CallObserver() {
                @Override
                public void attempted(AttemptInfo attempt) {
                    add(call.operation() + " " + attempt.result() + " " + attempt.status());
                }

                @Override
                public void ended(@Nullable RuntimeException failure) {
                    add(call.operation() + (failure == null ? " done" : " failed"));
                }
            };
        }

        private void add(String name) {
            counts.computeIfAbsent(name, unused -> new LongAdder()).increment();
        }

        long count(String name) {
            return counts.getOrDefault(name, new LongAdder()).sum();
        }
    }
    // endregion

    @Test
    void aTraceGoesOn() throws InterruptedException {
        server.enqueue(Sessions.created());
        String traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        try (PayCryptClient payCrypt = PayCryptClient.builder(baseUrl(), CREDENTIALS)
                .listener(call -> new Span(traceparent, done))
                .build()) {
            payCrypt.paymentSessions().createAsync(Sessions.request()).join();
        }
        assertThat(server.takeRequest().getHeaders().get("traceparent")).isEqualTo(traceparent);
        assertThat(done).containsExactly("span closed");
    }

    // region tracing
    /** Opened on the caller's thread by {@code listener(call -> new Span(...))}, closed when the call ends. */
    record Span(String traceparent, List<String> finished) implements CallObserver {
        @Override
        public Map<String, String> headers() {
            return Map.of("traceparent", traceparent);
        }

        @Override
        public void ended(@Nullable RuntimeException failure) {
            finished.add(failure == null ? "span closed" : "span closed with " + failure.getMessage());
        }
    }
    // endregion

    @Test
    void aCallHasOptionsOfItsOwn() throws InterruptedException {
        server.enqueue(Sessions.created());
        PaymentSessionRequest request = Sessions.request();
        try (PayCryptClient payCrypt =
                PayCryptClient.builder(server.url("/").toString(), CREDENTIALS).build()) {
            // region options
            CallOptions quick = CallOptions.defaults()
                    .callTimeout(Duration.ofSeconds(3))
                    .retryPolicy(RetryPolicy.none())
                    .requestId("checkout-42");
            PaymentSession session = payCrypt.paymentSessions().create(request, quick);
            // endregion
            assertThat(session.call().orElseThrow().requestId()).isEqualTo("checkout-42");
        }
    }

    @Test
    void credentialsComeFromAVault() throws InterruptedException {
        server.enqueue(Sessions.created());
        Vault vault = new Vault();
        String baseUrl = server.url("/").toString();
        // region rotation
        CredentialsProvider provider = () -> Credentials.of(vault.read("key"), vault.read("secret"));
        PayCryptClient payCrypt = PayCryptClient.builder(baseUrl, provider.cachedFor(Duration.ofMinutes(5)))
                .build();
        // endregion
        try (payCrypt) {
            payCrypt.paymentSessions().create(Sessions.request());
        }
        assertThat(server.takeRequest().getHeaders().get("X-Paycrypt-Key")).isEqualTo("key_9");
    }

    private static final class Vault {
        String read(String name) {
            return name + "_9";
        }
    }

    @Test
    void callsGoThroughAProxy() throws InterruptedException {
        server.enqueue(Sessions.answer(407, ""));
        String proxyHost = "localhost";
        int proxyPort = server.getPort();
        String baseUrl = "https://paycrypt.example";
        // region proxy
        OkHttpClient throughProxy = new OkHttpClient.Builder()
                .proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxyHost, proxyPort)))
                .build();
        PayCryptClient payCrypt = PayCryptClient.builder(baseUrl, CREDENTIALS)
                .httpClient(throughProxy)
                .build();
        // endregion
        try (payCrypt) {
            assertThatThrownBy(() -> payCrypt.paymentSessions().create(Sessions.request()))
                    .hasMessageContaining("A proxy requires credentials");
        }
        assertThat(server.takeRequest().getRequestLine()).startsWith("CONNECT paycrypt.example:443");
    }

    @Test
    void theClientShowsACertificate() throws Exception {
        HeldCertificate authority = Certificates.of(new HeldCertificate.Builder().certificateAuthority(0));
        HeldCertificate merchant = Certificates.of(new HeldCertificate.Builder().signedBy(authority));
        HeldCertificate host = Certificates.of(
                new HeldCertificate.Builder().signedBy(authority).addSubjectAlternativeName("localhost"));
        KeyStore ownKey = store();
        ownKey.setKeyEntry("merchant", merchant.keyPair().getPrivate(), PASSWORD.toCharArray(), new Certificate[] {
            merchant.certificate(), authority.certificate()
        });
        KeyStore trusted = store();
        trusted.setCertificateEntry("authority", authority.certificate());
        try (MockWebServer strict = new MockWebServer()) {
            demandACertificate(strict, host, authority);

            try (PayCryptClient payCrypt =
                    withCertificate(strict.url("/").toString(), CREDENTIALS, ownKey, PASSWORD.toCharArray(), trusted)) {
                payCrypt.paymentSessions().create(Sessions.request());
            }

            assertThat(Objects.requireNonNull(strict.takeRequest().getHandshake())
                            .peerCertificates())
                    .contains(merchant.certificate());
        }
    }

    private static void demandACertificate(MockWebServer strict, HeldCertificate host, HeldCertificate authority)
            throws IOException {
        strict.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(host)
                .addTrustedCertificate(authority.certificate())
                .build()
                .sslSocketFactory());
        strict.requireClientAuth();
        strict.enqueue(Sessions.created());
        strict.start();
    }

    // region mutual-tls
    static PayCryptClient withCertificate(
            String baseUrl, Credentials credentials, KeyStore ownKey, char[] password, KeyStore trusted)
            throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(ownKey, password);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);

        OkHttpClient withCertificate = new OkHttpClient.Builder()
                .sslSocketFactory(tls.getSocketFactory(), (X509TrustManager) trust.getTrustManagers()[0])
                .build();
        return PayCryptClient.builder(baseUrl, credentials)
                .httpClient(withCertificate)
                .build();
    }
    // endregion

    private String baseUrl() {
        return server.url("/").toString();
    }

    private static KeyStore store() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
