package com.paycrypt.sdk.internal.http;

import com.paycrypt.sdk.error.Outcome;
import com.paycrypt.sdk.internal.http.AttemptFailure.Kind;
import com.paycrypt.sdk.internal.http.AttemptFailure.Text;
import com.paycrypt.sdk.internal.http.SingleUseInterceptor.StoppedException;
import com.paycrypt.sdk.internal.text.Redactor;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Explains an attempt that threw. */
final class NetworkErrors {
    private static final int MAX_QUOTE = 200;
    private static final String REACHABLE =
            "Check the base URL, and that this machine can reach the server (firewall, proxy, network)";

    /** Newer JDKs also write the alert's name in brackets before this. */
    private static final String RECEIVED_ALERT = "Received fatal alert: ";

    /** RFC 8446, 6.2: what a server says of a client's certificate, or of there being none. */
    private static final Set<String> CERTIFICATE_ALERTS = Set.of(
            "bad_certificate",
            "unsupported_certificate",
            "certificate_revoked",
            "certificate_expired",
            "certificate_unknown",
            "certificate_required",
            "unknown_ca",
            "access_denied");

    private final Attempt attempt;
    private final Redactor redactor;
    private final String server;

    NetworkErrors(Attempt attempt, String server) {
        this.attempt = attempt;
        this.redactor = attempt.redactor();
        this.server = server;
    }

    /** Explains what was thrown; whether the request was sent decides the outcome. */
    AttemptFailure of(Exception thrown) {
        Kind kind = kind(thrown);
        return AttemptFailure.silent(
                kind,
                outcome(),
                isRetryable(kind, thrown),
                text(kind, thrown),
                redactor.safe(thrown).orElse(null));
    }

    /** The caller or the close of the client ended the attempt. */
    AttemptFailure cancelled() {
        Text text = new Text(
                "the call was cancelled or the client closed", "Close the client only when nothing uses it any more");
        return AttemptFailure.silent(Kind.CANCELLED, outcome(), false, text, null);
    }

    /** The call ended with what is no failure of an attempt. */
    static AttemptFailure unexpected(Throwable thrown, Outcome outcome) {
        Text text = new Text("the call ended with " + thrown.getClass().getName(), "See the cause");
        return AttemptFailure.silent(
                Kind.INTERCEPTOR,
                outcome,
                false,
                text,
                new Redactor().safe(thrown).orElse(null));
    }

    private Outcome outcome() {
        return attempt.isSent() ? Outcome.UNKNOWN : Outcome.NOT_SENT;
    }

    private Kind kind(Exception thrown) {
        if (Thread.currentThread().isInterrupted()) {
            return Kind.INTERRUPTED;
        }
        if (attempt.isTimedOut() || thrown instanceof InterruptedIOException) {
            return Kind.TIMEOUT;
        }
        if (attempt.credentials() == null) {
            return Kind.CREDENTIALS;
        }
        if (thrown instanceof StoppedException || !(thrown instanceof IOException)) {
            return Kind.INTERCEPTOR;
        }
        if (thrown instanceof UnknownHostException) {
            return Kind.DNS;
        }
        if (thrown instanceof SSLException && (!attempt.isSent() || thrown instanceof SSLHandshakeException)) {
            return Kind.TLS;
        }
        return attempt.isSent() ? Kind.IO : Kind.CONNECT;
    }

    /** What settings, certificates or interceptors cause will fail again in a second. */
    private static boolean isRetryable(Kind kind, Exception thrown) {
        return kind == Kind.CREDENTIALS
                || (thrown instanceof IOException
                        && !(thrown instanceof StoppedException)
                        && !isServerDistrusted(thrown)
                        && !isClientCertificateWanted(thrown)
                        && !isRejectedByProxy(thrown));
    }

    private Text text(Kind kind, Exception thrown) {
        return switch (kind) {
            case INTERCEPTOR -> intercepted(thrown);
            case CREDENTIALS ->
                new Text(
                        "the credentials provider or the clock failed with "
                                + thrown.getClass().getName() + quoted(thrown),
                        "Check the CredentialsProvider, and the Clock if the client was given one");
            case DNS ->
                new Text(
                        "a host on the way to " + server + " cannot be resolved" + quoted(thrown),
                        "Check the base URL and the proxy settings for a typing error, and this machine's DNS");
            case TLS -> new Text("the TLS handshake with " + server + " failed" + quoted(thrown), tlsAdvice(thrown));
            case INTERRUPTED ->
                new Text(
                        "the calling thread was interrupted before the response was complete",
                        "Call again on another thread if the call is still wanted");
            case TIMEOUT -> timeout();
            case CONNECT ->
                new Text("no connection to " + server + " could be made" + quoted(thrown), connectAdvice(thrown));
            default ->
                new Text(
                        "the connection to " + server + " broke before the response was complete" + quoted(thrown),
                        "If this happens often, look for a proxy or load balancer that closes connections"
                                + closedByServer());
        };
    }

    private static Text intercepted(Exception thrown) {
        return thrown instanceof StoppedException stopped
                ? new Text("the request was stopped, because " + stopped.getMessage(), stopped.advice())
                : new Text(
                        "an interceptor or the HTTP client itself failed with "
                                + thrown.getClass().getName(),
                        "See the cause; the interceptors of a given OkHttpClient run within the call");
    }

    private Text timeout() {
        if (attempt.isSent()) {
            return new Text(
                    server + " sent no complete response within the time limit of the attempt",
                    "If the server is known to be slow, raise attemptTimeout and callTimeout");
        }
        return attempt.isHandshaking()
                ? new Text(
                        "the TLS handshake with " + server + " got no response within the time limit",
                        "Check whether the server at this port speaks plain http instead of https")
                : new Text("no connection to " + server + " was made within the time limit", REACHABLE);
    }

    private static String tlsAdvice(Exception thrown) {
        if (isClientCertificateWanted(thrown)) {
            return "The server requires a client certificate that it trusts: use an OkHttpClient that has one (CLIENT.md,"
                    + " Mutual TLS)";
        }
        return thrown instanceof SSLHandshakeException || thrown instanceof SSLPeerUnverifiedException
                ? "Check that this Java runtime trusts the server's certificate; where a proxy opens TLS, its CA must be"
                        + " in the trust store"
                : "Check whether the server at this port speaks plain http instead of https, and that this Java runtime"
                        + " trusts its certificate";
    }

    private String connectAdvice(Exception thrown) {
        if (isRejectedByProxy(thrown)) {
            return ResponseErrors.PROXY_CREDENTIALS;
        }
        return REACHABLE + (thrown instanceof ConnectException ? "" : closedByServer());
    }

    /** With TLS 1.3 a server may reject a client without a certificate when the client is already writing. */
    private String closedByServer() {
        return server.startsWith("https:")
                ? ". A server that requires a client certificate closes connections like this, too"
                : "";
    }

    private String quoted(Exception thrown) {
        String message = deepest(thrown).getMessage();
        return message == null ? "" : " (" + redactor.redact(message, MAX_QUOTE) + ")";
    }

    /** OkHttp's outer message repeats the address; the one below has the reason. */
    private static Throwable deepest(Exception thrown) {
        Throwable cause = thrown.getCause();
        boolean wraps = thrown instanceof ConnectException || thrown instanceof NoRouteToHostException;
        return wraps && cause instanceof IOException ? cause : thrown;
    }

    /** OkHttp's own words for a proxy that responds to CONNECT with 407 and no proxyAuthenticator that satisfies it. */
    private static boolean isRejectedByProxy(Exception thrown) {
        return "Failed to authenticate with proxy".equals(thrown.getMessage());
    }

    /** With TLS 1.3 a server may say so after the request has left. */
    private static boolean isClientCertificateWanted(Exception thrown) {
        String message = String.valueOf(thrown.getMessage());
        int alert = message.indexOf(RECEIVED_ALERT);
        return thrown instanceof SSLHandshakeException
                && alert >= 0
                && CERTIFICATE_ALERTS.contains(message.substring(alert + RECEIVED_ALERT.length()));
    }

    private static boolean isServerDistrusted(Exception thrown) {
        return thrown instanceof SSLPeerUnverifiedException
                || (thrown instanceof SSLHandshakeException && thrown.getCause() instanceof CertificateException);
    }
}
