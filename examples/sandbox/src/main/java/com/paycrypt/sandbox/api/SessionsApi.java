package com.paycrypt.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paycrypt.sandbox.http.Request;
import com.paycrypt.sandbox.http.Response;
import com.paycrypt.sandbox.http.Router;
import com.paycrypt.sandbox.ledger.Sessions;
import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sandbox.model.Fact.Kind;
import com.paycrypt.sandbox.model.Order;
import com.paycrypt.sandbox.model.Session;
import com.paycrypt.sandbox.wire.Json;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code POST /api/v1/payment_sessions} of the guide, and the GET of one session that older servers answer. */
public final class SessionsApi {
    private static final String PATH = "/api/v1/payment_sessions";
    private static final Pattern REQUEST_ID = Pattern.compile("[!-~]{1,128}");

    private final ApiSetup setup;
    private final Sessions sessions;
    private final SignedRequest signed;
    private final RejectionNotes rejections;

    /**
     * Creates the API over a ledger.
     *
     * @param setup what it is made of
     */
    public SessionsApi(ApiSetup setup) {
        this.setup = setup;
        this.sessions = setup.ledger().sessions();
        this.signed = new SignedRequest(setup.clock(), setup.keys());
        this.rejections = new RejectionNotes(setup);
    }

    /**
     * Adds the API's routes.
     *
     * @param router where to
     */
    public void addTo(Router router) {
        router.on("POST", PATH, setup.disturbance().ofApi("create", request -> respond(request, this::create)));
        router.on(
                "GET",
                PATH + "/{}",
                setup.disturbance().ofApi("retrieve", request -> respond(request, this::retrieve)));
    }

    private Response respond(Request request, Step step) throws IOException {
        Dialect dialect = setup.dialect().get();
        Optional<String> id = request.header("X-Request-ID").filter(REQUEST_ID.asMatchPredicate());
        Response response;
        try {
            response = step.run(request, dialect);
        } catch (RejectedException e) {
            String note = rejections.note(request, e.rejection());
            response = ErrorResponses.of(dialect)
                    .reject(e.rejection(), id)
                    .with("X-Sandbox-Explanation", setup.baseUrl().get() + note);
        }
        return id.isPresent() ? response.with("X-Request-ID", id.get()) : response;
    }

    private Response create(Request request, Dialect dialect) throws RejectedException, IOException {
        byte[] body = signed.verify(request, dialect);
        Order order = CreateBody.read(body, dialect);
        Optional<Session> open = dialect == Dialect.NEWER ? sessions.firstIfOpen(order.orderId()) : Optional.empty();
        open.ifPresent(session -> setup.ledger()
                .journal()
                .add(
                        Kind.REQUEST,
                        session.id(),
                        "asked for again, with " + order.price() + ": answered with this one"));
        return open.isPresent()
                ? json(200, created(open.get(), request, dialect), dialect)
                : json(201, created(sessions.open(order), request, dialect), dialect);
    }

    /** Not in the guide: older servers answer even unsigned requests, newer ones answer 404 for what exists. */
    private Response retrieve(Request request, Dialect dialect) throws RejectedException, IOException {
        if (dialect == Dialect.GUIDE) {
            signed.verify(request, dialect);
        }
        Session session = sessions.find(request.variable(0))
                .filter(found -> dialect != Dialect.NEWER)
                .orElseThrow(() -> RejectedException.of(Rejection.Reason.UNKNOWN_SESSION));
        setup.ledger().journal().add(Kind.REQUEST, session.id(), "retrieved");
        return json(200, dialect == Dialect.OLDER ? SessionJson.older(session) : full(session), dialect);
    }

    private JsonNode full(Session session) {
        return SessionJson.full(session, setup.baseUrl().get());
    }

    /** Running servers build the checkout's address from the request's Host, which has been checked to be loopback. */
    private ObjectNode created(Session session, Request request, Dialect dialect) {
        String base = dialect.isSeenRunning()
                ? "http://" + request.header("Host").orElseThrow()
                : setup.baseUrl().get();
        return SessionJson.created(session, base);
    }

    private static Response json(int status, JsonNode json, Dialect dialect) {
        return dialect.isSeenRunning()
                ? Response.bytes(status, "application/json", Json.sorted(json))
                : Response.json(status, json);
    }

    @FunctionalInterface
    private interface Step {
        Response run(Request request, Dialect dialect) throws RejectedException, IOException;
    }
}
