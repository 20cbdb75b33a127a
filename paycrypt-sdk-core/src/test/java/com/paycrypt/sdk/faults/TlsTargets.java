package com.paycrypt.sdk.faults;

import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Servers whose certificates prove nothing. */
final class TlsTargets {
    private TlsTargets() {}

    static Target untrusted() {
        return serving(new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1"));
    }

    static Target otherHost() {
        return serving(new HeldCertificate.Builder().addSubjectAlternativeName("elsewhere.example"));
    }

    private static Target serving(HeldCertificate.Builder builder) {
        HeldCertificate certificate = Certificates.of(builder);
        return () -> {
            MockWebServer server = new MockWebServer();
            server.useHttps(new HandshakeCertificates.Builder()
                    .heldCertificate(certificate)
                    .build()
                    .sslSocketFactory());
            server.enqueue(new MockResponse.Builder().code(201).build());
            server.start();
            return new Target.Open(server.url("/").toString(), List.of(), server);
        };
    }
}
