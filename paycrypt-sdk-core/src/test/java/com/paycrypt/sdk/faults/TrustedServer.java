package com.paycrypt.sdk.faults;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * A server with TLS and HTTP/2 that every client trusts which is made while it runs. Its tests are isolated: a JVM has one trust
 * store, and gives a client the one before where another thread makes a client at that moment.
 */
public final class TrustedServer implements Closeable {
    private static final String STORE = "javax.net.ssl.trustStore";
    private static final String PASSWORD = "javax.net.ssl.trustStorePassword";
    private static final String TYPE = "javax.net.ssl.trustStoreType";

    private final MockWebServer server = new MockWebServer();
    private final Path trusted;

    private TrustedServer(Path trusted) {
        this.trusted = trusted;
    }

    public static TrustedServer start(Answers answers) throws IOException, GeneralSecurityException {
        return start(answers, false);
    }

    /** The same, for clients alone that show a certificate. */
    public static TrustedServer wantingClientCertificates(Answers answers)
            throws IOException, GeneralSecurityException {
        return start(answers, true);
    }

    private static TrustedServer start(Answers answers, boolean wantsCertificates)
            throws IOException, GeneralSecurityException {
        HeldCertificate own = Certificates.of(new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1"));
        TrustedServer made = new TrustedServer(trust(own));
        made.server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(own)
                .addTrustedCertificate(own.certificate())
                .build()
                .sslSocketFactory());
        if (wantsCertificates) {
            made.server.requireClientAuth();
        }
        made.server.setDispatcher(answers.dispatcher());
        made.server.start(InetAddress.getLoopbackAddress(), 0);
        return made;
    }

    public int port() {
        return server.getPort();
    }

    public String url() {
        return "https://127.0.0.1:" + port();
    }

    @Override
    public void close() throws IOException {
        System.clearProperty(STORE);
        System.clearProperty(PASSWORD);
        System.clearProperty(TYPE);
        Files.delete(trusted);
        server.close();
    }

    private static Path trust(HeldCertificate certificate) throws IOException, GeneralSecurityException {
        if (System.getProperty(STORE) != null) {
            throw new IllegalStateException("another trusted server runs in this JVM");
        }
        Path file = Files.createTempFile("trusted", ".p12");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("server", certificate.certificate());
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "changeit".toCharArray());
        }
        System.setProperty(STORE, file.toString());
        System.setProperty(PASSWORD, "changeit");
        System.setProperty(TYPE, "PKCS12");
        return file;
    }

    /** What the server answers. */
    @FunctionalInterface
    public interface Answers {
        MockResponse answer(RecordedRequest request) throws InterruptedException;

        private Dispatcher dispatcher() {
            return new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                    return answer(request);
                }
            };
        }
    }
}
