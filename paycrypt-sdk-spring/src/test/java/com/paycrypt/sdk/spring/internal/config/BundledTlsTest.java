package com.paycrypt.sdk.spring.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.error.PayCryptApiException;
import com.paycrypt.sdk.error.PayCryptConnectionException;
import com.paycrypt.sdk.spring.Stack;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.AbstractApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/** A server that only a client with the right bundle can talk to: it has a certificate of its own, and wants one. */
@Isolated
class BundledTlsTest {
    private static final HeldCertificate SERVER =
            certificate(new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1"));
    private static final HeldCertificate SHOP = certificate(new HeldCertificate.Builder());

    private static final String[] BUNDLE = {
        "spring.ssl.bundle.pem.paycrypt.truststore.certificate=" + SERVER.certificatePem(),
        "spring.ssl.bundle.pem.paycrypt.keystore.certificate=" + SHOP.certificatePem(),
        "spring.ssl.bundle.pem.paycrypt.keystore.private-key=" + SHOP.privateKeyPkcs8Pem()
    };

    private static HttpsServer server;

    @BeforeAll
    static void start() throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        SSLContext context = new HandshakeCertificates.Builder()
                .heldCertificate(SERVER)
                .addTrustedCertificate(SHOP.certificate())
                .build()
                .sslContext();
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters connection) {
                SSLParameters parameters = context.getDefaultSSLParameters();
                parameters.setNeedClientAuth(true);
                connection.setSSLParameters(parameters);
            }
        });
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    private static AbstractApplicationContextRunner<?, ?, ?> application(String... properties) {
        return Stack.MVC
                .application()
                .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
                .withPropertyValues(
                        "paycrypt.base-url=https://127.0.0.1:"
                                + server.getAddress().getPort(),
                        "paycrypt.retry.policy=none",
                        "paycrypt.webhook.enabled=false")
                .withPropertyValues(BUNDLE)
                .withPropertyValues(properties);
    }

    private static void call(ApplicationContext context) {
        context.getBean(PayCryptClient.class).paymentSessions().retrieve("cs_1");
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.2", "TLSv1.3"})
    void theBundleIsTheClients(String protocol) {
        application(
                        "paycrypt.ssl.bundle=paycrypt",
                        "spring.ssl.bundle.pem.paycrypt.options.enabled-protocols=" + protocol)
                .run(context -> assertThatExceptionOfType(PayCryptApiException.class)
                        .isThrownBy(() -> call(context))
                        .satisfies(answered -> assertThat(answered.status()).isEqualTo(404)));
    }

    @Test
    void withoutItTheServerIsNotTrusted() {
        application()
                .run(context -> assertThatExceptionOfType(PayCryptConnectionException.class)
                        .isThrownBy(() -> call(context)));
    }

    @Test
    void eachMerchantHasIt() {
        application("paycrypt.ssl.bundle=paycrypt", "paycrypt.merchants.b.key=pk_b", "paycrypt.merchants.b.secret=sk_b")
                .run(context -> assertThatExceptionOfType(PayCryptApiException.class)
                        .isThrownBy(() -> context.getBean("payCrypt.b.client", PayCryptClient.class)
                                .paymentSessions()
                                .retrieve("cs_1")));
    }

    /** A client of the application's own for all merchants wins. */
    @Test
    void aCustomizerHasTheLastWord() {
        application("paycrypt.ssl.bundle=paycrypt")
                .withBean(
                        com.paycrypt.sdk.spring.PayCryptClientCustomizer.class,
                        () -> builder -> builder.httpClient(new okhttp3.OkHttpClient()))
                .run(context -> assertThatExceptionOfType(PayCryptConnectionException.class)
                        .isThrownBy(() -> call(context)));
    }

    @ParameterizedTest
    @CsvSource({
        "other,                       'no such SSL bundle; there are: paycrypt.'",
        "'',                          'no such SSL bundle; there are: paycrypt.'"
    })
    void anUnknownBundleIsNamedAtTheStart(String name, String message) {
        application("paycrypt.ssl.bundle=" + name)
                .run(context -> assertThat(NestedExceptionUtils.getMostSpecificCause(context.getStartupFailure()))
                        .isInstanceOfSatisfying(
                                PayCryptConfigurationException.class,
                                failure -> assertThat(failure.action()).contains("spring.ssl.bundle.pem." + name))
                        .hasMessageContaining(message));
    }

    @Test
    void aBundleThatCannotBeReadIsNamedAtTheStart() {
        application(
                        "paycrypt.ssl.bundle=broken",
                        "spring.ssl.bundle.jks.broken.truststore.location=classpath:there-is-none.p12")
                .run(context -> assertThat(NestedExceptionUtils.getRootCause(context.getStartupFailure()))
                        .hasMessageContaining("there-is-none.p12"));
    }

    /** OkHttp's builder writes the validity with the digits of the default locale, and cannot read those of ar-EG back. */
    private static HeldCertificate certificate(HeldCertificate.Builder builder) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.ROOT);
        try {
            return builder.build();
        } finally {
            Locale.setDefault(before);
        }
    }
}
