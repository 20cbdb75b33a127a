package com.paycrypt.sdk.internal.http;

import com.paycrypt.sdk.error.Outcome;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** Tells from what was thrown why there was no answer. */
final class ConnectionFaults {
    private static final int LONGEST_QUOTE = 200;
    private static final String REACHABLE =
            "Check the base URL, and that this machine may reach the server (firewall, proxy, network)";

    private final ShownText shown;
    private final String server;

    ConnectionFaults(ShownText shown, String server) {
        this.shown = shown;
        this.server = server;
    }

    /** The attempt threw; whether it was sent decides the outcome. */
    Fault of(Exception thrown, Attempt attempt) {
        String result = result(thrown, attempt);
        return Fault.silent(
                outcome(attempt), result, passing(thrown), text(result, thrown, attempt), SafeCause.of(thrown, shown));
    }

    /** The caller or the close of the client ended the attempt. */
    Fault cancelled(Attempt attempt) {
        Fault.Text text = new Fault.Text(
                "the call was cancelled or the client closed", "Close the client only when nobody uses it any more");
        return Fault.silent(outcome(attempt), "cancelled", false, text, null);
    }

    private static Outcome outcome(Attempt attempt) {
        return attempt.sent() ? Outcome.UNKNOWN : Outcome.NOT_SENT;
    }

    private static String result(Exception thrown, Attempt attempt) {
        if (Thread.currentThread().isInterrupted()) {
            return "interrupted";
        }
        if (attempt.over() || thrown instanceof InterruptedIOException) {
            return "timeout";
        }
        if (thrown instanceof Stopped) {
            return "interceptor";
        }
        if (thrown instanceof UnknownHostException) {
            return "dns";
        }
        if (thrown instanceof SSLException && (!attempt.sent() || thrown instanceof SSLHandshakeException)) {
            return "tls";
        }
        return thrown instanceof IOException && !attempt.sent() ? "connect" : "io";
    }

    /** What settings or interceptors made fail will fail again in a second. */
    private static boolean passing(Exception thrown) {
        return thrown instanceof IOException
                && !(thrown instanceof Stopped)
                && !TlsAlerts.distrustServer(thrown)
                && !TlsAlerts.wantClientCertificate(thrown)
                && !isRefusedByProxy(thrown);
    }

    /** OkHttp's own words where a proxy answers CONNECT with 407 and there is no proxyAuthenticator that satisfies it. */
    private static boolean isRefusedByProxy(Exception thrown) {
        return "Failed to authenticate with proxy".equals(thrown.getMessage());
    }

    private Fault.Text text(String result, Exception thrown, Attempt attempt) {
        if (thrown instanceof Stopped stopped) {
            return new Fault.Text("the request was stopped, because " + stopped.getMessage(), stopped.advice());
        }
        return switch (result) {
            case "dns" ->
                new Fault.Text(
                        "a host on the way to " + server + " cannot be resolved" + quoted(thrown),
                        "Check the base URL and the settings of a proxy for a typing error, and this machine's DNS");
            case "tls" ->
                new Fault.Text("the TLS handshake with " + server + " failed" + quoted(thrown), tlsAdvice(thrown));
            case "interrupted" ->
                new Fault.Text(
                        "the calling thread was interrupted before the answer was complete",
                        "Whoever interrupted it wants it to stop");
            case "timeout" -> timeout(attempt);
            case "connect" ->
                new Fault.Text("no connection to " + server + " could be made" + quoted(thrown), connectAdvice(thrown));
            default -> broken(thrown);
        };
    }

    private static String tlsAdvice(Exception thrown) {
        return TlsAlerts.wantClientCertificate(thrown)
                ? "The server wants a client certificate that it trusts: give an OkHttpClient that has one (CLIENT.md,"
                        + " Mutual TLS)"
                : "Check that this Java runtime trusts the server's certificate; where a proxy opens TLS, its CA must be"
                        + " in the trust store";
    }

    private String connectAdvice(Exception thrown) {
        if (isRefusedByProxy(thrown)) {
            return StatusAdvice.PROXY_CREDENTIALS;
        }
        return REACHABLE + (thrown instanceof ConnectException ? "" : closedByServer());
    }

    /** With TLS 1.3 a server may refuse a client without a certificate when the client already writes. */
    private String closedByServer() {
        return server.startsWith("https:")
                ? ". A server that wants a client certificate closes connections like this, too"
                : "";
    }

    private Fault.Text timeout(Attempt attempt) {
        return attempt.sent()
                ? new Fault.Text(
                        server + " gave no complete answer within the time limit of the attempt",
                        "If the server is known to be slow, raise attemptTimeout and callTimeout")
                : new Fault.Text("no connection to " + server + " was made within the time limit", REACHABLE);
    }

    private Fault.Text broken(Exception thrown) {
        return thrown instanceof IOException
                ? new Fault.Text(
                        "the connection to " + server + " broke before the answer was complete" + quoted(thrown),
                        "If this happens often, look for a proxy or load balancer that closes connections"
                                + closedByServer())
                : new Fault.Text(
                        "an interceptor or the HTTP client itself failed with "
                                + thrown.getClass().getName(),
                        "Look at the cause; the interceptors of a given OkHttpClient run within the call");
    }

    private String quoted(Exception thrown) {
        String message = deepest(thrown).getMessage();
        return message == null ? "" : " (" + shown.of(message, LONGEST_QUOTE) + ")";
    }

    /** OkHttp's outer message repeats the address; the reason stands in the one below. */
    private static Throwable deepest(Exception thrown) {
        Throwable cause = thrown.getCause();
        boolean wraps = thrown instanceof ConnectException || thrown instanceof NoRouteToHostException;
        return wraps && cause instanceof IOException ? cause : thrown;
    }
}
