package com.paycrypt.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paycrypt.sandbox.http.Handler;
import com.paycrypt.sandbox.http.Request;
import com.paycrypt.sandbox.http.Response;
import com.paycrypt.sandbox.ledger.RuleBook;
import com.paycrypt.sandbox.model.Fault;
import com.paycrypt.sandbox.model.Fault.Scope;
import com.paycrypt.sandbox.wire.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Makes requests go wrong as the rules say. Thread-safe. */
public final class Disturbance implements AutoCloseable {
    private static final long WRONG_TIME_ZONE = Duration.ofHours(2).toSeconds();

    private final RuleBook rules;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * Creates a disturbance by rules.
     *
     * @param rules the rules
     */
    public Disturbance(RuleBook rules) {
        this.rules = rules;
    }

    /**
     * Guards a handler of the API.
     *
     * @param operation {@code create} or {@code retrieve}
     * @param next the handler
     * @return the handler that goes wrong when a rule says so
     */
    Handler ofApi(String operation, Handler next) {
        return request -> {
            Optional<Fault> fault = rules.apply(Scope.API, session(request), operation);
            return fault.isPresent() ? spoil(fault.get(), request, next) : next.handle(request);
        };
    }

    /**
     * Guards a page of the checkout.
     *
     * @param next the page
     * @return the page that goes wrong when a rule says so
     */
    public Handler ofCheckout(Handler next) {
        return request -> {
            Optional<Fault> fault = rules.apply(Scope.CHECKOUT, session(request), "page");
            if (fault.isEmpty()) {
                return next.handle(request);
            }
            return fault.get() == Fault.PAGE_HANGS ? hang() : Response.text(503, "Service Unavailable\n");
        };
    }

    /** Lets requests go that hang. */
    @Override
    public void close() {
        closed.countDown();
    }

    private static Optional<String> session(Request request) {
        return request.hasVariable() ? Optional.of(request.variable(0)) : Optional.empty();
    }

    private Response spoil(Fault fault, Request request, Handler next) throws IOException {
        return switch (fault) {
            case SERVER_ERROR -> Response.error(500, "internal_error");
            case BAD_GATEWAY -> Response.html(502, "<html><head><title>502 Bad Gateway</title></head></html>\n");
            case UNAVAILABLE -> Response.error(503, "unavailable").with("Retry-After", "1");
            case RATE_LIMITED -> Response.json(429, rateLimited());
            case IP_NOT_ALLOWED -> Response.error(403, "ip_not_allowed");
            case HANG -> hang();
            case DROP -> Response.dropped();
            default -> spoilAfter(fault, next.handle(request));
        };
    }

    private static Response spoilAfter(Fault fault, Response made) {
        return switch (fault) {
            case LOST_RESPONSE -> made.status() < 300 ? Response.dropped() : made;
            case TRUNCATED -> made.truncated();
            case EMPTY -> new Response(made.status(), made.headers(), new byte[0]);
            case BAD_CHECKOUT_URL -> changed(made, json -> json.put("checkout_url", "javascript:alert(1)"));
            case WRONG_EXPIRY ->
                changed(
                        made,
                        json -> json.put("expires_at", json.path("expires_at").asLong() + WRONG_TIME_ZONE));
            default -> made;
        };
    }

    private static Response changed(Response made, UnaryOperator<ObjectNode> change) {
        return Json.readObject(made.body())
                .map(json -> Response.json(made.status(), change.apply(json)))
                .orElse(made);
    }

    private Response hang() throws IOException {
        try {
            closed.await(1, TimeUnit.MINUTES);
            return Response.dropped();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the server stops", e);
        }
    }

    private static ObjectNode rateLimited() {
        return Json.object().put("error", "rate_limited").put("retry_after", 1);
    }
}
