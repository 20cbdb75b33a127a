package com.paycrypt.examples.recipes;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.call.CallOptions;
import com.paycrypt.sdk.call.RetryPolicy;
import com.paycrypt.sdk.error.PayCryptException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Locale;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The recipe about proxies and certificates. */
@Isolated
class NetworkRecipesTest {
    private static final Credentials CREDENTIALS = Credentials.of("pk_1", "sk_1");
    private static final CallOptions ONCE = CallOptions.defaults().retryPolicy(RetryPolicy.none());
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final MockResponse CREATED =
            new MockResponse.Builder().code(201).body("""
                    {"id":"ps_1","status":"created","checkout_url":"https://pay.example/checkout/ps_1","expires_at":1999999999}""").build();

    @TempDir
    private Path directory;

    @Test
    void theProxyIsAskedForATunnel() throws Exception {
        try (MockWebServer proxy = new MockWebServer()) {
            proxy.start();
            proxy.enqueue(new MockResponse.Builder().code(403).build());
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.getPort());
            try (PayCryptClient client = ProxyAndMutualTls.throughProxy("https://pay.example", CREDENTIALS, address)) {
                assertThatThrownBy(() -> client.paymentSessions().create(Deliveries.request("ORD-1"), ONCE))
                        .isInstanceOf(PayCryptException.class);
            }
            assertThat(proxy.takeRequest().getRequestLine()).startsWith("CONNECT pay.example:443");
        }
    }

    @Test
    void aServerThatAsksForACertificateGetsIt() throws Exception {
        HeldCertificate authority = certificate(new HeldCertificate.Builder().certificateAuthority(0));
        HeldCertificate own =
                certificate(new HeldCertificate.Builder().commonName("shop").signedBy(authority));
        try (MockWebServer server = strictServer(authority)) {
            server.enqueue(CREATED);
            try (PayCryptClient client = ProxyAndMutualTls.withCertificate(
                    server.url("/").toString(), CREDENTIALS, own(own, authority), trusted(authority), PASSWORD)) {
                assertThat(client.paymentSessions()
                                .create(Deliveries.request("ORD-1"))
                                .id())
                        .isEqualTo("ps_1");
            }
            RecordedRequest request = server.takeRequest();
            assertThat(requireNonNull(request.getHandshake()).peerCertificates())
                    .contains(own.certificate());
        }
    }

    private static MockWebServer strictServer(HeldCertificate authority) throws IOException {
        HeldCertificate certificate = certificate(new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .addSubjectAlternativeName("127.0.0.1")
                .signedBy(authority));
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .addTrustedCertificate(authority.certificate())
                .build();
        MockWebServer server = new MockWebServer();
        server.useHttps(trust.sslSocketFactory());
        server.requireClientAuth();
        server.start();
        return server;
    }

    private Path own(HeldCertificate own, HeldCertificate authority) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        Certificate[] chain = {own.certificate(), authority.certificate()};
        store.setKeyEntry("own", own.keyPair().getPrivate(), PASSWORD, chain);
        return write(store, "own.p12");
    }

    private Path trusted(HeldCertificate authority) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("authority", authority.certificate());
        return write(store, "trusted.p12");
    }

    private Path write(KeyStore store, String name) throws IOException, GeneralSecurityException {
        Path file = directory.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }
        return file;
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
