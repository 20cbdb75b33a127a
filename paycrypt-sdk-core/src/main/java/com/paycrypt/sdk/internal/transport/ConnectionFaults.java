package com.paycrypt.sdk.internal.transport;

import com.paycrypt.sdk.error.Outcome;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

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
        return Fault.silent(outcome(attempt), result, passing(thrown), text(result, thrown, attempt), safe(thrown));
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
        if (thrown instanceof UnknownHostException) {
            return "dns";
        }
        if (thrown instanceof SSLException && !attempt.sent()) {
            return "tls";
        }
        return thrown instanceof IOException && !attempt.sent() ? "connect" : "io";
    }

    /** A certificate that is not trusted now will not be in a second, and a failing interceptor fails again. */
    private static boolean passing(Exception thrown) {
        boolean untrusted = thrown instanceof SSLPeerUnverifiedException
                || (thrown instanceof SSLHandshakeException && thrown.getCause() instanceof CertificateException);
        return thrown instanceof IOException && !untrusted;
    }

    private Fault.Text text(String result, Exception thrown, Attempt attempt) {
        return switch (result) {
            case "dns" ->
                new Fault.Text(
                        "the host of " + server + " cannot be resolved",
                        "Check the base URL for a typing error, and this machine's DNS");
            case "tls" ->
                new Fault.Text(
                        "the TLS handshake with " + server + " failed" + quoted(thrown),
                        "Check that this Java runtime trusts the server's certificate; where a proxy opens TLS, its CA must be"
                                + " in the trust store");
            case "interrupted" ->
                new Fault.Text(
                        "the calling thread was interrupted before the answer was complete",
                        "Whoever interrupted it wants it to stop");
            case "timeout" -> timeout(attempt);
            case "connect" ->
                new Fault.Text("no connection to " + server + " could be made" + quoted(thrown), REACHABLE);
            default -> broken(thrown);
        };
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
                        "If this happens often, look for a proxy or load balancer that closes connections")
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

    /** What is thrown on is kept as a cause only if none of its messages quotes a key or a signature. */
    private @Nullable Throwable safe(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at.getMessage() != null && !shown.isSafe(at.getMessage())) {
                return null;
            }
        }
        return thrown;
    }
}
