package com.paycrypt.sdk.internal.http;

import java.security.cert.CertificateException;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What failed handshakes say about certificates: neither side's will be another one in a second. */
final class TlsAlerts {
    /** Newer JDKs write the alert's name in brackets before this, too. */
    private static final String RECEIVED = "Received fatal alert: ";

    /** RFC 8446, 6.2: what a server says of a client's certificate, or of there being none. */
    private static final Set<String> ON_CERTIFICATES = Set.of(
            "bad_certificate",
            "unsupported_certificate",
            "certificate_revoked",
            "certificate_expired",
            "certificate_unknown",
            "certificate_required",
            "unknown_ca",
            "access_denied");

    private TlsAlerts() {}

    /** Whether the server wants a client certificate, or another one. With TLS 1.3 it says so after the request has left. */
    static boolean wantClientCertificate(Exception thrown) {
        String message = String.valueOf(thrown.getMessage());
        int alert = message.indexOf(RECEIVED);
        return thrown instanceof SSLHandshakeException
                && alert >= 0
                && ON_CERTIFICATES.contains(message.substring(alert + RECEIVED.length()));
    }

    /** Whether this machine does not take the server's certificate. */
    static boolean distrustServer(Exception thrown) {
        return thrown instanceof SSLPeerUnverifiedException
                || (thrown instanceof SSLHandshakeException && thrown.getCause() instanceof CertificateException);
    }
}
