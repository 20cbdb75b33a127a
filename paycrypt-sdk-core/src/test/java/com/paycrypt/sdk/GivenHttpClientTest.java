package com.paycrypt.sdk;

import static com.paycrypt.sdk.Sessions.CREDENTIALS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.call.RetryPolicy;
import com.paycrypt.sdk.error.Outcome;
import com.paycrypt.sdk.error.PayCryptApiException;
import com.paycrypt.sdk.error.PayCryptConnectionException;
import com.paycrypt.sdk.error.PayCryptException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import okhttp3.Cache;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A merchant's own OkHttpClient keeps what it is for, and cannot make the SDK send a request twice or elsewhere. */
class GivenHttpClientTest {
    @StartStop
    final MockWebServer server = new MockWebServer();

    @StartStop
    final MockWebServer elsewhere = new MockWebServer();

    private final AtomicInteger onTheWire = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308, 401, 408, 421, 503})
    void nothingIsSentTwiceOrElsewhere(int status) {
        server.enqueue(Sessions.answer(status, "")
                .newBuilder()
                .setHeader("Location", elsewhere.url("/stolen"))
                .setHeader("WWW-Authenticate", "Basic realm=\"x\"")
                .setHeader("Retry-After", "0")
                .build());

        assertThatThrownBy(() -> createWith(eager(new OkHttpClient.Builder())))
                .isInstanceOfSatisfying(PayCryptApiException.class, failure -> {
                    assertThat(failure.status()).isEqualTo(status);
                    assertThat(failure.attempts()).isEqualTo(1);
                });

        assertThat(onTheWire).hasValue(1);
        assertThat(elsewhere.getRequestCount()).isZero();
    }

    @Test
    void itsCookiesAndCacheDoNotApply(@TempDir Path directory) throws InterruptedException {
        CountingJar jar = new CountingJar();
        server.enqueue(Sessions.created()
                .newBuilder()
                .setHeader("Set-Cookie", "a=b")
                .setHeader("Cache-Control", "max-age=60")
                .build());
        server.enqueue(Sessions.created());
        OkHttpClient given = new OkHttpClient.Builder()
                .cookieJar(jar)
                .cache(new Cache(directory.toFile(), 1 << 20))
                .build();

        try (PayCryptClient client = client(given)) {
            client.paymentSessions().retrieve("ps_1");
            client.paymentSessions().retrieve("ps_1");
        }

        assertThat(server.getRequestCount()).isEqualTo(2);
        server.takeRequest();
        assertThat(server.takeRequest().getHeaders().get("Cookie")).isNull();
        assertThat(jar.asked).hasValue(0);
    }

    @Test
    void anInterceptorThatRetriesIsStopped() {
        server.enqueue(Sessions.answer(500, ""));
        server.enqueue(Sessions.created());
        Interceptor retrying = chain -> {
            chain.proceed(chain.request()).close();
            return chain.proceed(chain.request());
        };

        PayCryptException failure =
                failureWith(new OkHttpClient.Builder().addInterceptor(retrying).build());

        assertThat(failure).hasMessageContaining("leave retries to the client's RetryPolicy");
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void anInterceptorThatSendsElsewhereIsStopped() {
        HttpUrl stolen = elsewhere.url("/stolen");
        Interceptor redirecting =
                chain -> chain.proceed(chain.request().newBuilder().url(stolen).build());

        PayCryptException failure = failureWith(
                new OkHttpClient.Builder().addInterceptor(redirecting).build());

        assertThat(failure).hasMessageContaining("credentials never leave their origin");
        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(elsewhere.getRequestCount()).isZero();
    }

    @Test
    void anInterceptorThatTakesTheSignatureAwayIsStopped() {
        Interceptor stripping = chain -> chain.proceed(chain.request()
                .newBuilder()
                .removeHeader("X-Paycrypt-Signature")
                .build());

        PayCryptException failure =
                failureWith(new OkHttpClient.Builder().addInterceptor(stripping).build());

        assertThat(failure).hasMessageContaining("nothing is sent unsigned");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void anInterceptorThatFailsIsToldFor() {
        Interceptor failing = chain -> {
            throw new IllegalStateException("no token");
        };

        PayCryptException failure =
                failureWith(new OkHttpClient.Builder().addInterceptor(failing).build());

        assertThat(failure).isInstanceOf(PayCryptConnectionException.class).hasRootCauseMessage("no token");
        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(failure.attempts()).isEqualTo(1);
    }

    @Test
    void itsNameServiceIsUsedAndAllAddressesAreTried() {
        server.enqueue(Sessions.created());
        OkHttpClient given = new OkHttpClient.Builder()
                .dns(host -> addresses("127.0.0.9", "127.0.0.1"))
                .build();

        try (PayCryptClient client = client(given)) {
            assertThat(client.paymentSessions().create(Sessions.request()).id()).isEqualTo("ps_1");
        }
    }

    @Test
    void itStaysOpenWhenThePayCryptClientCloses() throws IOException {
        OkHttpClient given = new OkHttpClient();
        server.enqueue(Sessions.created());
        server.enqueue(Sessions.created());
        client(given).close();

        try (Response response = given.newCall(
                        new okhttp3.Request.Builder().url(server.url("/")).build())
                .execute()) {
            assertThat(response.code()).isEqualTo(201);
        }
        assertThat(given.dispatcher().executorService().isShutdown()).isFalse();
    }

    private OkHttpClient eager(OkHttpClient.Builder builder) {
        return builder.retryOnConnectionFailure(true)
                .followRedirects(true)
                .followSslRedirects(true)
                .authenticator((route, response) -> response.request())
                .addNetworkInterceptor(chain -> {
                    onTheWire.incrementAndGet();
                    assertThat(chain.request().header("X-Paycrypt-Signature")).isNotNull();
                    return chain.proceed(chain.request());
                })
                .build();
    }

    private PayCryptException failureWith(OkHttpClient given) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(PayCryptException.class, () -> createWith(given));
    }

    private void createWith(OkHttpClient given) {
        try (PayCryptClient client = client(given)) {
            client.paymentSessions().create(Sessions.request());
        }
    }

    private PayCryptClient client(OkHttpClient given) {
        return PayCryptClient.builder(server.url("/").toString(), CREDENTIALS)
                .httpClient(given)
                .retryPolicy(RetryPolicy.none())
                .build();
    }

    private static List<InetAddress> addresses(String... texts) throws UnknownHostException {
        return List.of(InetAddress.getByName(texts[0]), InetAddress.getByName(texts[1]));
    }

    private static final class CountingJar implements CookieJar {
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public void saveFromResponse(HttpUrl url, List<Cookie> cookies) {
            asked.incrementAndGet();
        }

        @Override
        public List<Cookie> loadForRequest(HttpUrl url) {
            asked.incrementAndGet();
            return List.of();
        }
    }
}
