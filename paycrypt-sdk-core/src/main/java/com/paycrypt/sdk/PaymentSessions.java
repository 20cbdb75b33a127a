package com.paycrypt.sdk;

import com.paycrypt.sdk.call.CallMetadata;
import com.paycrypt.sdk.call.CallOptions;
import com.paycrypt.sdk.internal.http.ApiClient;
import com.paycrypt.sdk.internal.http.ApiRequest;
import com.paycrypt.sdk.internal.http.ApiRequest.Operation;
import com.paycrypt.sdk.internal.http.BaseUrl;
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
 * <p>Every failure is a {@link com.paycrypt.sdk.error.PayCryptException PayCryptException} that says whether the request took
 * effect; asynchronous calls return it through their future. Retryable failures are retried as the client's
 * {@link com.paycrypt.sdk.call.RetryPolicy RetryPolicy} says, each attempt signed anew, all within the client's time limits.
 *
 * <p>Safe for use by any number of threads. Blocking methods block the calling thread, virtual threads included, for at
 * most the client's call time limit; an interrupt ends a wait between attempts at once, a blocked read at its limit at
 * the latest, and stays set. Asynchronous methods never block and hold no thread between attempts; cancelling the future
 * cancels the call. Their futures complete on the client's threads: do not block there.
 */
public final class PaymentSessions {
    private static final System.Logger LOG = System.getLogger("com.paycrypt.sdk");
    private static final String[] PATH = {"api", "v1", "payment_sessions"};

    private final ApiClient client;
    private final HttpUrl base;
    private final HttpUrl sessions;
    private final AtomicBoolean warned = new AtomicBoolean();

    PaymentSessions(ApiClient client, HttpUrl base) {
        this.client = client;
        this.base = base;
        this.sessions = BaseUrl.resolve(base, PATH);
    }

    /**
     * Creates a session. Safe to repeat for the same order: a session moves no money until a customer pays it.
     *
     * <p>A server may respond to an order id whose session is still open with that session, even if the amount differs
     * ({@link PaymentSession#call()} then has the status 200 instead of 201): store and reuse the session of an order, and
     * give a changed basket a new order id.
     *
     * @param request the session to create
     * @return a session with an id, a status, a checkout URL and a time of expiry
     * @throws com.paycrypt.sdk.error.PayCryptApiException if the response is an error or no session
     * @throws com.paycrypt.sdk.error.PayCryptConnectionException if there is no response
     * @see "PayCrypt API guide, Create a payment session"
     */
    public PaymentSession create(PaymentSessionRequest request) {
        return create(request, CallOptions.defaults());
    }

    /**
     * Creates a session with settings of this call alone; see {@link #create(PaymentSessionRequest) create}.
     *
     * @param request the session to create
     * @param options time limit, retry policy and request id
     * @return a session with an id, a status, a checkout URL and a time of expiry
     */
    public PaymentSession create(PaymentSessionRequest request, CallOptions options) {
        return client.execute(creation(request), options);
    }

    /**
     * Creates a session without blocking; see {@link #create(PaymentSessionRequest) create}.
     *
     * @param request the session to create
     * @return completes with a session that has an id, a status, a checkout URL and a time of expiry
     */
    public CompletableFuture<PaymentSession> createAsync(PaymentSessionRequest request) {
        return createAsync(request, CallOptions.defaults());
    }

    /**
     * Creates a session without blocking, with settings of this call alone.
     *
     * @param request the session to create
     * @param options time limit, retry policy and request id
     * @return completes with a session that has an id, a status, a checkout URL and a time of expiry
     */
    public CompletableFuture<PaymentSession> createAsync(PaymentSessionRequest request, CallOptions options) {
        return client.executeAsync(creation(request), options);
    }

    /**
     * Retrieves a session.
     *
     * <p>Not part of the API guide: some servers support it, some respond with 404 even for sessions that exist. The status
     * does not prove a payment, and the checkout URL may be missing: keep the session that was created, and learn of
     * payments by webhook.
     *
     * @param id the session's id
     * @return the session as the server returns it
     * @throws IllegalArgumentException if the id is blank, {@code .} or {@code ..}
     * @throws com.paycrypt.sdk.error.PayCryptApiException if the response is an error or no session
     * @throws com.paycrypt.sdk.error.PayCryptConnectionException if there is no response
     */
    public RetrievedSession retrieve(String id) {
        return retrieve(id, CallOptions.defaults());
    }

    /**
     * Retrieves a session with settings of this call alone; see {@link #retrieve(String) retrieve}.
     *
     * @param id the session's id
     * @param options time limit, retry policy and request id
     * @return the session as the server returns it
     * @throws IllegalArgumentException if the id is blank, {@code .} or {@code ..}
     */
    public RetrievedSession retrieve(String id, CallOptions options) {
        return client.execute(retrieval(id), options);
    }

    /**
     * Retrieves a session without blocking; see {@link #retrieve(String) retrieve}.
     *
     * @param id the session's id
     * @return completes with the session as the server returns it
     * @throws IllegalArgumentException if the id is blank, {@code .} or {@code ..}
     */
    public CompletableFuture<RetrievedSession> retrieveAsync(String id) {
        return retrieveAsync(id, CallOptions.defaults());
    }

    /**
     * Retrieves a session without blocking, with settings of this call alone.
     *
     * @param id the session's id
     * @param options time limit, retry policy and request id
     * @return completes with the session as the server returns it
     * @throws IllegalArgumentException if the id is blank, {@code .} or {@code ..}
     */
    public CompletableFuture<RetrievedSession> retrieveAsync(String id, CallOptions options) {
        return client.executeAsync(retrieval(id), options);
    }

    CallMetadata verifyConnection() {
        ApiRequest<CallMetadata> nothing = new ApiRequest<>(
                Operation.VERIFY_CONNECTION, base.host(), sessions, new byte[] {'{', '}'}, (body, call) -> call);
        return client.execute(nothing, CallOptions.defaults());
    }

    private ApiRequest<PaymentSession> creation(PaymentSessionRequest request) {
        return new ApiRequest<>(
                Operation.CREATE_SESSION, "order " + request.orderId(), sessions, request.body(), this::created);
    }

    private ApiRequest<RetrievedSession> retrieval(String id) {
        if (id.isBlank() || id.equals(".") || id.equals("..")) {
            throw new IllegalArgumentException(
                    "the id of a session is its own, such as ps_abcd1234ef56, and not \"" + id + "\"");
        }
        HttpUrl url = BaseUrl.resolve(base, PATH[0], PATH[1], PATH[2], id);
        return new ApiRequest<>(Operation.RETRIEVE_SESSION, id, url, null, RetrievedSession::fromJson);
    }

    private PaymentSession created(byte[] json, CallMetadata call) {
        PaymentSession session = PaymentSession.fromJson(json, call);
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
}
