package com.paycrypt.sandbox.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paycrypt.sandbox.http.Request;
import com.paycrypt.sandbox.http.Response;
import com.paycrypt.sandbox.http.Router;
import com.paycrypt.sandbox.ledger.Ledger;
import com.paycrypt.sandbox.model.Delivery;
import com.paycrypt.sandbox.model.Fact;
import com.paycrypt.sandbox.model.Session;
import com.paycrypt.sandbox.wire.Json;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the console shows, as JSON for scripts: {@code /journal?after=N}, {@code /sessions} and {@code /deliveries}, the
 * last two newest first and in pages, of which a {@code Link} header names the next.
 */
final class Feeds {
    private static final int PAGE = 50;
    private static final int FACTS = 500;
    private static final int MAX_PAGE_CHARS = 1 << 20;

    private final Ledger ledger;

    Feeds(ConsoleSetup setup) {
        this.ledger = setup.ledger();
    }

    void addTo(Router router) {
        router.on("GET", "/version", request -> version());
        router.on("GET", "/journal", this::journal);
        router.on("GET", "/sessions", this::sessions);
        router.on("GET", "/sessions/{}", this::session);
        router.on("GET", "/deliveries", this::deliveries);
    }

    /** Returns the number of a query's parameter; all there are if it is none. */
    static long before(Request request, String parameter) {
        return number(request, parameter).orElse(Long.MAX_VALUE);
    }

    private static OptionalLong number(Request request, String parameter) {
        return request.parameter(parameter)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElse(OptionalLong.empty());
    }

    private Response version() {
        ledger.sessions().noticeExpired();
        return fresh(Response.json(
                200, Json.object().put("version", Long.toString(ledger.journal().last()))));
    }

    private Response journal(Request request) {
        ArrayNode facts = Json.array();
        ledger.journal().after(number(request, "after").orElse(0), FACTS).forEach(fact -> facts.add(of(fact)));
        return fresh(Response.json(200, facts));
    }

    private static ObjectNode of(Fact fact) {
        ObjectNode json = Json.object()
                .put("number", fact.number())
                .put("at", fact.at().toString())
                .put("kind", fact.kind().label())
                .put("text", fact.text());
        fact.sessionId().ifPresent(id -> json.put("session_id", id));
        fact.deliveryId().ifPresent(id -> json.put("delivery_id", id));
        return json;
    }

    private Response sessions(Request request) {
        List<Session> page = ledger.sessions().newest(before(request, "before"), PAGE);
        ArrayNode list = Json.array();
        page.forEach(session -> list.add(SessionFeed.of(session)));
        Response response = fresh(Response.json(200, list));
        return page.size() < PAGE
                ? response
                : next(response, "/sessions", page.get(page.size() - 1).number());
    }

    private Response session(Request request) {
        return ledger.sessions()
                .find(request.variable(0))
                .map(session -> fresh(Response.json(200, SessionFeed.of(session))))
                .orElseGet(() -> Response.error(404, "not_found"));
    }

    /** A page ends early if its bodies are long: it is written in memory. */
    private Response deliveries(Request request) {
        List<Delivery> page = ledger.deliveries().newest(before(request, "before"), PAGE);
        ArrayNode list = Json.array();
        long chars = 0;
        long last = 0;
        for (Delivery delivery : page) {
            if (chars > MAX_PAGE_CHARS) {
                break;
            }
            list.add(DeliveryJson.of(delivery));
            chars += delivery.body().length() + delivery.attempts().size() * 1000L;
            last = ConsoleView.number(delivery);
        }
        Response response = fresh(Response.json(200, list));
        return list.size() < page.size() || page.size() == PAGE ? next(response, "/deliveries", last) : response;
    }

    private static Response next(Response response, String path, long before) {
        return response.with("Link", "<" + path + "?before=" + before + ">; rel=\"next\"");
    }

    private static Response fresh(Response response) {
        return response.with("Cache-Control", "no-store");
    }
}
