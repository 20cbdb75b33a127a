package com.paycrypt.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paycrypt.sandbox.http.Request;
import com.paycrypt.sandbox.http.Response;
import com.paycrypt.sandbox.http.Router;
import com.paycrypt.sandbox.session.Order;
import com.paycrypt.sandbox.session.Session;
import com.paycrypt.sandbox.session.Sessions;
import com.paycrypt.sandbox.wire.Dialect;
import com.paycrypt.sandbox.wire.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code POST /api/v1/payment_sessions} of the guide, and the GET of one session that older servers answer. */
public final class SessionsApi {
    private static final String PATH = "/api/v1/payment_sessions";
    private static final Pattern REQUEST_ID = Pattern.compile("[!-~]{1,128}");
    private static final Duration WRONG_TIME_ZONE = Duration.ofHours(2);

    private final ApiSetup setup;
    private final Sessions sessions;
    private final SignedRequest signed;
    private final RefusalNotes refusals;

    /**
     * The API over a store of sessions.
     *
     * @param setup what it is made of
     */
    public SessionsApi(ApiSetup setup) {
        this.setup = setup;
        this.sessions = setup.sessions();
        this.signed = new SignedRequest(setup.clock(), setup.keys());
        this.refusals = new RefusalNotes(setup);
    }

    /**
     * Adds the API's routes.
     *
     * @param router where to
     */
    public void addTo(Router router) {
        router.on("POST", PATH, request -> setup.faults().answer(request, next -> answer(next, this::create)));
        router.on("GET", PATH + "/{}", request -> answer(request, this::retrieve));
    }

    private Response answer(Request request, Step step) throws IOException {
        Dialect dialect = setup.dialect().get();
        Response response;
        try {
            response = step.run(request, dialect);
        } catch (RefusedException e) {
            String note = refusals.note(request, e.refusal());
            response = Answers.of(dialect)
                    .refuse(e.refusal())
                    .with("X-Sandbox-Explanation", setup.baseUrl().get() + note);
        }
        Optional<String> id = request.header("X-Request-ID").filter(REQUEST_ID.asMatchPredicate());
        return id.isPresent() ? response.with("X-Request-ID", id.get()) : response;
    }

    private Response create(Request request, Dialect dialect) throws RefusedException, IOException {
        byte[] body = signed.verify(request);
        Order order = CreateBody.read(body, dialect);
        Optional<Session> open = dialect == Dialect.NEWER ? sessions.openFor(order.orderId()) : Optional.empty();
        return open.isPresent()
                ? json(200, created(open.get(), request, dialect, WRONG_TIME_ZONE), dialect)
                : json(201, created(sessions.open(order), request, dialect, Duration.ZERO), dialect);
    }

    /** Not in the guide: older servers answer even unsigned requests, newer ones answer 404 for what exists. */
    private Response retrieve(Request request, Dialect dialect) throws RefusedException, IOException {
        if (dialect == Dialect.GUIDE) {
            signed.verify(request);
        }
        Session session = sessions.find(request.variable(0))
                .filter(found -> dialect != Dialect.NEWER)
                .orElseThrow(() -> RefusedException.of(Refusal.Reason.UNKNOWN_SESSION));
        return json(200, dialect == Dialect.OLDER ? SessionJson.older(session) : full(session), dialect);
    }

    private JsonNode full(Session session) {
        return SessionJson.full(session, setup.baseUrl().get());
    }

    /** Running servers build the checkout's address from the request's Host, which has been checked to be loopback. */
    private ObjectNode created(Session session, Request request, Dialect dialect, Duration clockOff) {
        String base = dialect.isSeenRunning()
                ? "http://" + request.header("Host").orElseThrow()
                : setup.baseUrl().get();
        return SessionJson.created(session, base)
                .put("expires_at", session.expiresAt().plus(clockOff).getEpochSecond());
    }

    private static Response json(int status, JsonNode json, Dialect dialect) {
        return dialect.isSeenRunning()
                ? Response.bytes(status, "application/json", Json.sorted(json))
                : Response.json(status, json);
    }

    @FunctionalInterface
    private interface Step {
        Response run(Request request, Dialect dialect) throws RefusedException, IOException;
    }
}
