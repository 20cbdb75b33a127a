package com.paycrypt.sdk;

import com.paycrypt.sdk.internal.http.ApiRequest;
import com.paycrypt.sdk.internal.http.BaseUrl;
import com.paycrypt.sdk.internal.http.Operation;
import com.paycrypt.sdk.internal.http.Transport;
import com.paycrypt.sdk.session.PaymentSession;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import com.paycrypt.sdk.session.RetrievedSession;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.HttpUrl;

/**
 * Creates and retrieves payment sessions.
 *
 * <pre>{@code
 * PaymentSession session = payCrypt.paymentSessions().create(request);
 * redirect(session.checkoutUrl());
 * }</pre>
 *
 * <p>Every failure is a {@link com.paycrypt.sdk.error.PayCryptException} that says what became of the request;
 * asynchronous calls give it through their future. Failures that may pass are tried again as the client's
 * {@link com.paycrypt.sdk.call.RetryPolicy} says, each attempt signed anew, all within the client's time limits.
 *
 * <p>Safe for use by any number of threads. Blocking methods block the calling thread, virtual threads included, for at
 * most the client's call time limit; an interrupt ends a wait between attempts at once, a blocked read at its limit at
 * the latest, and stays set. Asynchronous methods never block and hold no thread between attempts; cancelling the future
 * cancels the call. Their futures complete on the client's threads: do not block there.
 */
public final class PaymentSessions {
    private static final System.Logger LOG = System.getLogger("com.paycrypt.sdk");
    private static final String[] PATH = {"api", "v1", "payment_sessions"};

    private final Transport transport;
    private final HttpUrl base;
    private final HttpUrl sessions;
    private final AtomicBoolean warned = new AtomicBoolean();

    PaymentSessions(Transport transport, HttpUrl base) {
        this.transport = transport;
        this.base = base;
        this.sessions = BaseUrl.resolve(base, PATH);
    }

    /**
     * Creates a session. Safe to repeat for the same order: a session moves no money until a customer pays it.
     *
     * <p>A server may answer an order id whose session is still open with that session, even where the amount differs:
     * store and reuse the session of an order, and give a changed basket a new order id.
     *
     * @param request what is asked
     * @return a session with an id, a status, a checkout URL and a time of expiry
     * @throws com.paycrypt.sdk.error.PayCryptApiException if the answer is an error or no session
     * @throws com.paycrypt.sdk.error.PayCryptConnectionException if there is no answer
     * @see "PayCrypt API guide, Create a payment session"
     */
    public PaymentSession create(PaymentSessionRequest request) {
        return transport.call(creation(request));
    }

    /**
     * Creates a session without blocking; see {@link #create}.
     *
     * @param request what is asked
     * @return completes with a session that has an id, a status, a checkout URL and a time of expiry
     */
    public CompletableFuture<PaymentSession> createAsync(PaymentSessionRequest request) {
        return transport.callAsync(creation(request));
    }

    /**
     * Retrieves a session.
     *
     * <p>Not part of the API guide: some servers support it, some respond with 404 even for sessions that exist. The
     * result does not prove a payment, and may lack the checkout URL: keep the session that was created, and learn of
     * payments by webhook.
     *
     * @param id the session's id
     * @return the session as the server returns it
     * @throws IllegalArgumentException if the id is blank, {@code .} or {@code ..}
     * @throws com.paycrypt.sdk.error.PayCryptApiException if the answer is an error or no session
     * @throws com.paycrypt.sdk.error.PayCryptConnectionException if there is no answer
     */
    public RetrievedSession retrieve(String id) {
        return transport.call(retrieval(id));
    }

    /**
     * Retrieves a session without blocking; see {@link #retrieve}.
     *
     * @param id the session's id
     * @return completes with the session as the server returns it
     * @throws IllegalArgumentException if the id is blank, {@code .} or {@code ..}
     */
    public CompletableFuture<RetrievedSession> retrieveAsync(String id) {
        return transport.callAsync(retrieval(id));
    }

    private ApiRequest<PaymentSession> creation(PaymentSessionRequest request) {
        return new ApiRequest<>(
                Operation.CREATE_SESSION, "order " + request.orderId(), sessions, request.body(), this::created);
    }

    private PaymentSession created(byte[] json) {
        PaymentSession session = PaymentSession.fromJson(json);
        if (base.isHttps() && "http".equalsIgnoreCase(session.checkoutUrl().getScheme()) && !warned.getAndSet(true)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "PayCrypt at " + base.host()
                            + " is called over https but sends customers to a checkout over plain http,"
                            + " where everybody on the way can read and change the page. The session was created; have the"
                            + " server's operator configure https (logged once per client)");
        }
        return session;
    }

    private ApiRequest<RetrievedSession> retrieval(String id) {
        if (id.isBlank() || id.equals(".") || id.equals("..")) {
            throw new IllegalArgumentException(
                    "the id of a session is its own, such as ps_abcd1234ef56, and not \"" + id + "\"");
        }
        HttpUrl url = BaseUrl.resolve(base, PATH[0], PATH[1], PATH[2], id);
        return new ApiRequest<>(Operation.RETRIEVE_SESSION, id, url, null, RetrievedSession::fromJson);
    }
}
