package com.paycrypt.sandbox;

import com.paycrypt.sandbox.api.ApiSetup;
import com.paycrypt.sandbox.api.Fault;
import com.paycrypt.sandbox.api.Faults;
import com.paycrypt.sandbox.api.SessionsApi;
import com.paycrypt.sandbox.checkout.Checkout;
import com.paycrypt.sandbox.dashboard.Controls;
import com.paycrypt.sandbox.dashboard.Dashboard;
import com.paycrypt.sandbox.delivery.Deliveries;
import com.paycrypt.sandbox.delivery.Delivery;
import com.paycrypt.sandbox.delivery.DeliverySetup;
import com.paycrypt.sandbox.diagnosis.RefusedRequest;
import com.paycrypt.sandbox.diagnosis.RefusedRequests;
import com.paycrypt.sandbox.http.Assets;
import com.paycrypt.sandbox.http.Handler;
import com.paycrypt.sandbox.http.HostGuard;
import com.paycrypt.sandbox.http.LoopbackServer;
import com.paycrypt.sandbox.http.Router;
import com.paycrypt.sandbox.http.SingleSlashes;
import com.paycrypt.sandbox.session.Action;
import com.paycrypt.sandbox.session.Change;
import com.paycrypt.sandbox.session.Session;
import com.paycrypt.sandbox.session.Sessions;
import com.paycrypt.sandbox.wire.ApiKey;
import com.paycrypt.sandbox.wire.Dialect;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * An embedded PayCrypt: signed API, hosted checkout and webhooks on 127.0.0.1, for tests and for trying things out.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.start()) {
 *     // point the shop at sandbox.baseUrl(), sandbox.key() and sandbox.secret(), and let it create a session
 *     sandbox.pay(sessionId);
 *     Delivery webhook = sandbox.awaitDelivery(sessionId);
 *     assertThat(webhook.status()).isEqualTo(Delivery.Status.DELIVERED);
 * }
 * }</pre>
 *
 * <p>It implements the PayCrypt API guide on its own and shares no code with the SDK. Everything is kept in memory.
 * Thread-safe; webhooks are sent in the background, and only the {@code await} methods wait for them.
 */
public final class Sandbox implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Clock signingClock;
    private final SandboxClock clock;
    private final List<ApiKey> keys;
    private final Sessions sessions;
    private final Deliveries deliveries;
    private final RefusedRequests refused = new RefusedRequests();
    private final Faults faults = new Faults();
    private final LoopbackServer server;
    private volatile Dialect dialect;

    Sandbox(SandboxBuilder setup) throws IOException {
        this.signingClock = setup.clock;
        this.clock = new SandboxClock(setup.clock);
        this.keys = setup.keys();
        this.dialect = setup.dialect;
        this.sessions = new Sessions(clock);
        this.deliveries = new Deliveries(
                new DeliverySetup(clock, signingClock, keys.get(0), this::dialect, setup.retries, setup.receiver));
        this.server = listen(setup.port);
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
     * Starts to describe a sandbox.
     *
     * @return a builder with every default set
     */
    public static SandboxBuilder builder() {
        return new SandboxBuilder();
    }

    /**
     * Where the sandbox can be reached: what a shop is given as its base URL.
     *
     * @return such as {@code http://127.0.0.1:41235}
     */
    public String baseUrl() {
        return "http://127.0.0.1:" + server.port();
    }

    /**
     * The port it listens on.
     *
     * @return the port
     */
    public int port() {
        return server.port();
    }

    /**
     * The API key; the first, if it has several.
     *
     * @return the key
     */
    public String key() {
        return keys.get(0).key();
    }

    /**
     * The secret of {@link #key()}, which signs the webhooks.
     *
     * @return the secret
     */
    public String secret() {
        return keys.get(0).secret();
    }

    /**
     * Which PayCrypt it answers like.
     *
     * @return the dialect
     */
    public Dialect dialect() {
        return dialect;
    }

    /**
     * Makes it answer like another PayCrypt from now on.
     *
     * @param next the dialect
     */
    public void dialect(Dialect next) {
        dialect = next;
    }

    /**
     * Every session as it stands.
     *
     * @return the sessions, newest first
     */
    public List<Session> sessions() {
        return sessions.all();
    }

    /**
     * A session as it stands.
     *
     * @param sessionId its id
     * @return the session, or empty if there is none
     */
    public Optional<Session> session(String sessionId) {
        return sessions.find(sessionId);
    }

    /**
     * Pays a session in full, as the button of the checkout does, and announces it by webhook.
     *
     * @param sessionId the session
     * @throws NoSuchElementException if there is no such session
     * @throws IllegalStateException if it can no longer be paid
     */
    public void pay(String sessionId) {
        apply(sessionId, Action.PAY);
    }

    /**
     * Lets the payment of a session fail, and announces it by webhook.
     *
     * @param sessionId the session
     * @throws NoSuchElementException if there is no such session
     * @throws IllegalStateException if it is already settled
     */
    public void fail(String sessionId) {
        apply(sessionId, Action.FAIL);
    }

    /**
     * Cancels a session, as a customer does who goes back to the shop. No webhook tells of it.
     *
     * @param sessionId the session
     * @throws NoSuchElementException if there is no such session
     * @throws IllegalStateException if it is no longer open
     */
    public void cancel(String sessionId) {
        apply(sessionId, Action.CANCEL);
    }

    /**
     * Lets any action happen to a session.
     *
     * @param sessionId the session
     * @param action what happens
     * @throws NoSuchElementException if there is no such session
     * @throws IllegalStateException if the session's state does not allow it
     */
    public void apply(String sessionId, Action action) {
        if (!tryApply(sessionId, action)) {
            throw new IllegalStateException("cannot " + action.label() + " session " + sessionId + ": it is "
                    + sessions.find(sessionId)
                            .map(found -> found.state().label())
                            .orElse("gone"));
        }
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
        deliveries.clockMoved();
    }

    /**
     * Lets a session expire after a while, by the sandbox's clock.
     *
     * @param sessionId the session
     * @param left how long it can still be paid; zero or less ends it at once
     * @throws NoSuchElementException if there is no such session
     */
    public void expireIn(String sessionId, Duration left) {
        sessions.expireIn(sessionId, left);
    }

    /**
     * Lets the next creates go wrong, each fault used up by one create; those already waiting come first.
     *
     * @param times how many, from 1
     * @param fault how
     * @throws IllegalArgumentException if there are too few or too many
     */
    public void failNext(int times, Fault fault) {
        if (!faults.add(times, fault)) {
            throw new IllegalArgumentException("a fault happens at least once and at most 10000 are due, not " + times);
        }
    }

    /**
     * The last hundred requests to the signed API that were refused, each with what is wrong with it in plain words.
     *
     * @return the requests, newest first
     */
    public List<RefusedRequest> refusedRequests() {
        return refused.all();
    }

    /**
     * Every delivery as it stands.
     *
     * @return the deliveries, oldest first
     */
    public List<Delivery> deliveries() {
        return deliveries.all();
    }

    /**
     * Delivers an event again, now, signed anew.
     *
     * @param deliveryId the delivery's id
     * @throws NoSuchElementException if there is no such delivery
     */
    public void redeliver(String deliveryId) {
        deliveries.redeliver(deliveryId);
    }

    /**
     * Waits at most 10 s until every delivery that is due has been tried. Attempts that are scheduled for later are not
     * waited for; {@link #advance} makes them due.
     *
     * @return every delivery as it then stands, oldest first
     * @throws IllegalStateException if receivers are too slow, or the caller is interrupted
     */
    public List<Delivery> awaitDeliveries() {
        try {
            if (!deliveries.await(PATIENCE)) {
                throw new IllegalStateException("deliveries are still under way after " + PATIENCE.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for deliveries", e);
        }
        return deliveries.all();
    }

    /**
     * Waits as {@link #awaitDeliveries()} does and gives the last delivery of one session.
     *
     * @param sessionId the session
     * @return its last delivery, tried
     * @throws IllegalStateException if it has none, or as {@link #awaitDeliveries()}
     */
    public Delivery awaitDelivery(String sessionId) {
        return awaitDeliveries().stream()
                .filter(delivery -> delivery.sessionId().equals(sessionId))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("no delivery for session " + sessionId
                        + ": has it a webhook_url, and did something happen to it?"));
    }

    /** Stops at once: open connections are closed, attempts under way are cut off. */
    @Override
    public void close() {
        faults.close();
        server.close();
        deliveries.close();
    }

    private boolean tryApply(String sessionId, Action action) {
        Optional<Change> change = sessions.apply(sessionId, action);
        change.ifPresent(deliveries::announce);
        return change.isPresent();
    }

    private LoopbackServer listen(int port) throws IOException {
        try {
            return LoopbackServer.start(port, routes());
        } catch (IOException e) {
            deliveries.close();
            throw e;
        }
    }

    private Handler routes() {
        Router router = new Router();
        new SessionsApi(new ApiSetup(signingClock, keys, sessions, refused, faults, this::dialect, this::baseUrl))
                .addTo(router);
        new Checkout(sessions, clock, this::tryApply, deliveries::of).addTo(router);
        new Dashboard(sessions, deliveries, refused, this::summary).addTo(router);
        new Controls(this::dialect, this::advance, faults).addTo(router);
        Assets.addTo(router);
        return new HostGuard(new SingleSlashes(router));
    }

    private Map<String, Object> summary() {
        return Map.of(
                "baseUrl", baseUrl(),
                "key", key(),
                "dialect", dialect.label(),
                "faultsDue",
                        faults.due().isEmpty()
                                ? ""
                                : Integer.toString(faults.due().size()),
                "now", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
