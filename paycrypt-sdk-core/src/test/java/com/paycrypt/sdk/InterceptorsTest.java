package com.paycrypt.sdk;

import static com.paycrypt.sdk.Sessions.CREDENTIALS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.paycrypt.sdk.call.CallObserver;
import com.paycrypt.sdk.call.CallObserver.AttemptInfo;
import com.paycrypt.sdk.error.Outcome;
import com.paycrypt.sdk.error.PayCryptApiException;
import com.paycrypt.sdk.error.PayCryptConnectionException;
import com.paycrypt.sdk.faults.Behaviours;
import com.paycrypt.sdk.faults.FaultServer;
import com.paycrypt.sdk.faults.TrustedServer;
import com.paycrypt.sdk.faults.Way;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What interceptors, proxies and certificates of a given OkHttpClient make of a call under the standard policy. */
@Isolated("TrustedServer")
@Timeout(Await.SECONDS)
class InterceptorsTest {
    @StartStop
    final MockWebServer server = new MockWebServer();

    private final List<String> results = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @EnumSource
    void aRequestThatIsStoppedIsNotTriedAgain(Way way) {
        server.enqueue(Sessions.answer(500, ""));

        PayCryptConnectionException failure = failure(way, with(chain -> {
            chain.proceed(chain.request()).close();
            return chain.proceed(chain.request());
        }));

        assertThat(failure.attempts()).isEqualTo(1);
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure)
                .hasMessageContaining("the request was stopped, because an interceptor sent the request again")
                .hasMessageContaining("Check the interceptors");
        assertThat(results).containsExactly("interceptor");
    }

    @ParameterizedTest
    @EnumSource
    void causesInARingEndTheCallLikeOthers(Way way) {
        IOException first = new IOException("first");
        first.initCause(new IOException("second", first));

        assertThat(failure(way, with(chain -> {
                    throw first;
                })))
                .hasCause(first);
    }

    @ParameterizedTest
    @MethodSource("leaks")
    void aFailureThatQuotesTheSignatureIsNotShown(Leak leak, Way way) {
        PayCryptConnectionException failure = failure(way, with(chain -> {
            throw leak.of(chain.request().headers().toString() + chain.request().header("X-Paycrypt-Signature"));
        }));

        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString())
                .contains("PayCryptConnectionException")
                .doesNotContainPattern("[0-9a-f]{64}")
                .doesNotContain("pk_1");
    }

    static Stream<Arguments> leaks() {
        return Stream.of(Leak.values()).flatMap(leak -> Stream.of(Way.values()).map(way -> Arguments.of(leak, way)));
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatWantsACertificateIsToldFor(Way way) throws Exception {
        try (TrustedServer strict = TrustedServer.wantingClientCertificates(request -> Sessions.created());
                PayCryptClient client = client(strict.url(), null)) {
            assertThat(catchThrowableOfType(
                            PayCryptConnectionException.class,
                            () -> way.create(client.paymentSessions(), Sessions.request())))
                    .hasMessageContaining("client certificate");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BLOCKING, Received fatal alert: certificate_required",
        "ASYNC, Received fatal alert: bad_certificate",
        "BLOCKING, (certificate_required) Received fatal alert: certificate_required",
        "ASYNC, (certificate_unknown) Received fatal alert: certificate_unknown"
    })
    void anAlertOnTheClientsCertificateIsNotTriedAgain(Way way, String alert) {
        server.enqueue(Sessions.created());
        OkHttpClient given = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    chain.proceed(chain.request()).close();
                    throw new SSLHandshakeException(alert);
                })
                .build();

        PayCryptConnectionException failure = failure(way, given);

        assertThat(failure.attempts()).isEqualTo(1);
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure).hasMessageContaining("The server requires a client certificate that it trusts");
        assertThat(results).containsExactly("tls");
    }

    @ParameterizedTest
    @EnumSource
    void aProxyThatCannotBeResolvedIsNamed(Way way) {
        OkHttpClient given = through(InetSocketAddress.createUnresolved("no-such-proxy.invalid", 3128))
                .build();

        try (PayCryptClient client = client("https://paycrypt.example", given)) {
            assertThatThrownBy(() -> way.create(client.paymentSessions(), Sessions.request()))
                    .hasMessageContaining("no-such-proxy.invalid");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aProxyThatWantsCredentialsForATunnelIsNotAskedAgain(Way way) {
        server.enqueue(Sessions.answer(407, ""));
        try (PayCryptClient client =
                client("https://paycrypt.example", through(proxy()).build())) {
            PayCryptConnectionException failure = catchThrowableOfType(
                    PayCryptConnectionException.class, () -> way.create(client.paymentSessions(), Sessions.request()));

            assertThat(failure.attempts()).isEqualTo(1);
            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(failure).hasMessageContaining("proxyAuthenticator");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aProxyThatWantsCredentialsOverPlainHttpIsToldFor(Way way) {
        server.enqueue(Sessions.answer(407, ""));
        server.enqueue(Sessions.answer(407, ""));
        OkHttpClient given = through(proxy())
                .proxyAuthenticator((route, response) -> response.request()
                        .newBuilder()
                        .header("Proxy-Authorization", "Basic x")
                        .build())
                .build();
        try (PayCryptClient client = client("http://paycrypt.example", given)) {
            assertThat(catchThrowableOfType(
                            PayCryptConnectionException.class, () -> way.retrieve(client.paymentSessions(), "ps_1")))
                    .hasMessageContaining("whose interceptor adds Proxy-Authorization")
                    .extracting(PayCryptConnectionException::attempts)
                    .isEqualTo(1);
            assertThat(catchThrowableOfType(
                            PayCryptApiException.class, () -> way.create(client.paymentSessions(), Sessions.request())))
                    .hasMessageContaining("the server responded with 407")
                    .hasMessageContaining("whose interceptor adds Proxy-Authorization");
        }
    }

    /** Through a proxy, plain http to this machine would leave it with the key in the clear. */
    @ParameterizedTest
    @EnumSource
    void plainHttpToThisMachineNeverGoesThroughAProxy(Way way) throws Exception {
        try (FaultServer here = new FaultServer(Behaviours.creating());
                PayCryptClient client = client(here.url(), through(proxy()).build());
                PayCryptClient derived = client.toBuilder()
                        .httpClient(new OkHttpClient.Builder()
                                .proxySelector(new AlwaysThrough(proxy()))
                                .build())
                        .build()) {
            way.create(client.paymentSessions(), Sessions.request());
            way.create(derived.paymentSessions(), Sessions.request());
            assertThat(here.received()).hasSize(2);
        }
        assertThat(server.getRequestCount()).isZero();
    }

    private static final class AlwaysThrough extends ProxySelector {
        private final SocketAddress proxy;

        AlwaysThrough(SocketAddress proxy) {
            this.proxy = proxy;
        }

        @Override
        public List<Proxy> select(URI uri) {
            return List.of(new Proxy(Proxy.Type.HTTP, proxy));
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            throw new AssertionError("a proxy was used", failure);
        }
    }

    private InetSocketAddress proxy() {
        return new InetSocketAddress(server.getHostName(), server.getPort());
    }

    private static OkHttpClient.Builder through(SocketAddress proxy) {
        return new OkHttpClient.Builder().proxy(new Proxy(Proxy.Type.HTTP, proxy));
    }

    private static OkHttpClient with(Interceptor interceptor) {
        return new OkHttpClient.Builder().addInterceptor(interceptor).build();
    }

    private PayCryptConnectionException failure(Way way, OkHttpClient given) {
        try (PayCryptClient client = client(server.url("/").toString(), given)) {
            return catchThrowableOfType(
                    PayCryptConnectionException.class, () -> way.create(client.paymentSessions(), Sessions.request()));
        }
    }

    private PayCryptClient client(String url, @Nullable OkHttpClient given) {
        PayCryptClient.Builder client =
                new FakeTime(Instant.parse("2026-11-01T12:00:00Z")).on(PayCryptClient.builder(url, CREDENTIALS));
        client.allowPlainHttp().listener(call -> new Results(results));
        return given == null ? client.build() : client.httpClient(given).build();
    }

    private record Results(List<String> seen) implements CallObserver {
        @Override
        public void attempted(AttemptInfo attempt) {
            seen.add(attempt.result());
        }
    }

    /** Where an exception may carry what it must not. */
    enum Leak {
        MESSAGE,
        CAUSE,
        SUPPRESSED,
        CAUSE_OF_SUPPRESSED,
        LOCALIZED_MESSAGE;

        IOException of(String secret) {
            IOException leak = new IOException(secret);
            IOException thrown = new IOException("broken");
            switch (this) {
                case MESSAGE -> thrown = leak;
                case CAUSE -> thrown.initCause(leak);
                case SUPPRESSED -> thrown.addSuppressed(leak);
                case CAUSE_OF_SUPPRESSED -> thrown.addSuppressed(new IOException("broken too", leak));
                case LOCALIZED_MESSAGE -> thrown = new Telling(secret);
            }
            return thrown;
        }
    }

    private static final class Telling extends IOException {
        private static final long serialVersionUID = 1L;

        /** What its text says and its plain message does not. */
        private final String secret;

        Telling(String secret) {
            super("broken");
            this.secret = secret;
        }

        @Override
        public String getLocalizedMessage() {
            return secret;
        }
    }
}
