package com.paycrypt.sandbox;

import com.paycrypt.sandbox.api.ApiSetup;
import com.paycrypt.sandbox.api.Disturbance;
import com.paycrypt.sandbox.api.SessionsApi;
import com.paycrypt.sandbox.checkout.Checkout;
import com.paycrypt.sandbox.console.Console;
import com.paycrypt.sandbox.console.ConsoleSetup;
import com.paycrypt.sandbox.delivery.DeliverySetup;
import com.paycrypt.sandbox.delivery.DeliveryWorker;
import com.paycrypt.sandbox.delivery.Payments;
import com.paycrypt.sandbox.http.Assets;
import com.paycrypt.sandbox.http.Handler;
import com.paycrypt.sandbox.http.HostGuard;
import com.paycrypt.sandbox.http.LoopbackServer;
import com.paycrypt.sandbox.http.Router;
import com.paycrypt.sandbox.http.SingleSlashes;
import com.paycrypt.sandbox.ledger.Ledger;
import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sandbox.model.Fact;
import com.paycrypt.sandbox.model.Fact.Kind;
import com.paycrypt.sandbox.model.RejectedRequest;
import com.paycrypt.sandbox.model.Session;
import com.paycrypt.sandbox.wire.ApiKey;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An embedded PayCrypt: signed API, hosted checkout and webhooks on 127.0.0.1, for tests and for trying things out.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.start()) {
 *     // point the shop at sandbox.baseUrl(), sandbox.key() and sandbox.secret(), and let it create a session
 *     sandbox.customer(sessionId).pays();
 *     Delivery webhook = sandbox.webhooks().await(sessionId);
 *     assertThat(webhook.status()).isEqualTo(Delivery.Status.DELIVERED);
 * }
 * }</pre>
 *
 * <p>It implements the PayCrypt API guide on its own and shares no code with the SDK. Everything is kept in memory, and
 * only as much as there is memory for: the oldest sessions are forgotten. Thread-safe; webhooks are sent in the
 * background, and only the {@code await} methods wait for them.
 */
public final class Sandbox implements AutoCloseable {
    private final Clock signingClock;
    private final SandboxClock clock;
    private final List<ApiKey> keys;
    private final Ledger ledger;
    private final Disturbance disturbance;
    private final Payments payments;
    private final DeliveryWorker worker;
    private final LoopbackServer server;
    private volatile Dialect dialect;

    Sandbox(SandboxBuilder setup) throws IOException {
        this.signingClock = setup.clock;
        this.clock = new SandboxClock(setup.clock);
        this.keys = setup.keys();
        this.dialect = setup.dialect;
        this.ledger = new Ledger(clock, setup.random, setup.retries, setup.maxBytes());
        this.disturbance = new Disturbance(ledger.rules());
        DeliverySetup deliveries = new DeliverySetup(
                ledger, clock, signingClock, keys.get(0), this::dialect, setup.receiver, setup.hosts());
        this.payments = new Payments(deliveries);
        this.worker = new DeliveryWorker(deliveries);
        this.server = listen(setup);
    }

    /**
     * Starts a sandbox on a free port, with the key {@code sandbox_key} and the secret {@code sandbox_secret}.
     *
     * @return the running sandbox, to be closed
     */
    public static Sandbox start() {
        return builder().start();
    }

    /**
     * Creates a builder.
     *
     * @return a builder with every default set
     */
    public static SandboxBuilder builder() {
        return new SandboxBuilder();
    }

    /**
     * Returns where the sandbox can be reached: what a shop is given as its base URL.
     *
     * @return such as {@code http://127.0.0.1:41235}
     */
    public String baseUrl() {
        return "http://127.0.0.1:" + server.port();
    }

    /**
     * Returns the port it listens on.
     *
     * @return the port
     */
    public int port() {
        return server.port();
    }

    /**
     * Returns the API key; the first, if it has several.
     *
     * @return the key
     */
    public String key() {
        return keys.get(0).key();
    }

    /**
     * Returns the secret of {@link #key()}, which signs the webhooks.
     *
     * @return the secret
     */
    public String secret() {
        return keys.get(0).secret();
    }

    /**
     * Returns which PayCrypt it behaves like.
     *
     * @return the dialect
     */
    public Dialect dialect() {
        return dialect;
    }

    /**
     * Makes it behave like another PayCrypt from now on.
     *
     * @param next the dialect
     */
    public void dialect(Dialect next) {
        if (dialect != next) {
            dialect = next;
            ledger.journal().add(Kind.SETTING, "dialect " + next.label());
        }
    }

    /**
     * Returns all sessions as of now.
     *
     * @return the sessions, newest first
     */
    public List<Session> sessions() {
        return ledger.sessions().newest(Long.MAX_VALUE, Integer.MAX_VALUE);
    }

    /**
     * Returns a session as of now.
     *
     * @param sessionId its id
     * @return the session, or empty if there is none
     */
    public Optional<Session> session(String sessionId) {
        return ledger.sessions().find(sessionId);
    }

    /**
     * Returns the customer of a session, who pays or does not.
     *
     * @param sessionId the session's id
     * @return its customer
     */
    public Customer customer(String sessionId) {
        return new Customer(ledger, payments, sessionId);
    }

    /**
     * Returns the webhooks.
     *
     * @return the deliveries of all sessions
     */
    public Webhooks webhooks() {
        return new Webhooks(ledger.deliveries(), payments);
    }

    /**
     * Returns the rules by which it goes wrong.
     *
     * @return the rules, none at first
     */
    public Rules rules() {
        return new Rules(ledger.rules());
    }

    /**
     * Returns what happened, as far as it is kept.
     *
     * @return the facts, oldest first
     */
    public List<Fact> journal() {
        ledger.sessions().noticeExpired();
        return ledger.journal().all();
    }

    /**
     * Waits for a fact with a larger number than a known one.
     *
     * @param number the number of the last fact known, 0 if none is
     * @param limit how long to wait at most
     * @return the facts after it, oldest first; none if none came within the limit
     * @throws InterruptedException if the caller is interrupted
     */
    public List<Fact> awaitFactsAfter(long number, Duration limit) throws InterruptedException {
        ledger.journal().await(fact -> fact.number() > number, limit);
        return ledger.journal().after(number, Integer.MAX_VALUE);
    }

    /**
     * Returns the requests to the signed API that were rejected, each with what is wrong with it in plain words.
     *
     * @return the requests, newest first
     */
    public List<RejectedRequest> rejectedRequests() {
        return ledger.journal().newest(fact -> fact.kind() == Kind.REJECTED, Integer.MAX_VALUE).stream()
                .flatMap(fact -> fact.rejected().stream())
                .toList();
    }

    /**
     * Moves the sandbox's deadlines nearer: sessions expire, retries of webhooks become due. Signatures are still made
     * and checked by the clock the sandbox was given, since the shop's own clock does not move with this.
     *
     * @param time how far
     * @throws IllegalArgumentException if it is negative
     */
    public void advance(Duration time) {
        clock.advance(time);
        ledger.journal().add(Kind.SETTING, "clock moved by " + time.toSeconds() + " s");
        ledger.sessions().noticeExpired();
    }

    /** Stops at once: open connections are closed, attempts under way are cut off. */
    @Override
    public void close() {
        disturbance.close();
        server.close();
        worker.close();
    }

    private LoopbackServer listen(SandboxBuilder setup) throws IOException {
        try {
            return LoopbackServer.start(setup.port, routes(), setup.whenOutOfMemory);
        } catch (IOException e) {
            worker.close();
            throw e;
        }
    }

    private Handler routes() {
        Router router = new Router();
        new SessionsApi(new ApiSetup(signingClock, keys, ledger, disturbance, this::dialect, this::baseUrl))
                .addTo(router);
        new Checkout(ledger, payments, disturbance::ofCheckout).addTo(router);
        new Console(new ConsoleSetup(
                        ledger, payments, keys, clock, this::baseUrl, this::dialect, this::dialect, this::advance))
                .addTo(router);
        Assets.addTo(router);
        return new HostGuard(new SingleSlashes(router));
    }
}
