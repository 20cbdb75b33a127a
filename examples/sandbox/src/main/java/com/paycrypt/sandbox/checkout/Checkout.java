package com.paycrypt.sandbox.checkout;

import com.paycrypt.sandbox.delivery.Payments;
import com.paycrypt.sandbox.http.Form;
import com.paycrypt.sandbox.http.Handler;
import com.paycrypt.sandbox.http.Request;
import com.paycrypt.sandbox.http.Response;
import com.paycrypt.sandbox.http.Router;
import com.paycrypt.sandbox.http.SameOrigin;
import com.paycrypt.sandbox.http.Template;
import com.paycrypt.sandbox.ledger.Ledger;
import com.paycrypt.sandbox.ledger.Move;
import com.paycrypt.sandbox.model.Fact.Kind;
import com.paycrypt.sandbox.model.Session;
import com.paycrypt.sandbox.wire.Json;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The hosted checkout: {@code GET /checkout/{id}} and plain forms that post to paths below it. Every form answers 303 to
 * the page (to the console, with the field {@code back=console}), 400 if a field is wrong, or 409 with the page if the
 * session no longer allows it.
 */
public final class Checkout {
    private static final String PATH = "/checkout/{}";

    private final Ledger ledger;
    private final Payments payments;
    private final UnaryOperator<Handler> disturbance;
    private final Template page = Template.of(Checkout.class, "checkout.html");
    private final Template unknown = Template.of(Checkout.class, "unknown.html");

    /**
     * Creates the checkout over a ledger.
     *
     * @param ledger the sessions
     * @param payments makes moves with them
     * @param disturbance makes pages go wrong
     */
    public Checkout(Ledger ledger, Payments payments, UnaryOperator<Handler> disturbance) {
        this.ledger = ledger;
        this.payments = payments;
        this.disturbance = disturbance;
    }

    /**
     * Adds the checkout's routes.
     *
     * @param router where to
     */
    public void addTo(Router router) {
        router.on("GET", PATH, disturbance.apply(request -> onSession(request, this::open)));
        router.on("GET", PATH + "/choose", disturbance.apply(request -> onSession(request, this::choosing)));
        router.on("GET", PATH + "/state", request -> onSession(request, this::state));
        router.on("POST", PATH + "/{}", new SameOrigin(this::act));
    }

    private Response onSession(Request request, Function<Session, Response> handler) {
        return ledger.sessions().find(request.variable(0)).map(handler).orElseGet(this::unknown);
    }

    private Response unknown() {
        return Response.html(404, unknown.fill(Map.of()));
    }

    /** The page is asked for again and again by itself; only the first time is worth a fact. */
    private Response open(Session session) {
        boolean first = ledger.journal()
                .newest(
                        fact -> fact.kind() == Kind.PAGE
                                && fact.sessionId().filter(session.id()::equals).isPresent(),
                        1)
                .isEmpty();
        if (first) {
            ledger.journal().add(Kind.PAGE, session.id(), "the customer opened the checkout");
        }
        return show(200, session, Optional.empty());
    }

    private Response show(int status, Session session, Optional<String> notice) {
        return Response.html(status, page.fill(view(session).page(notice)));
    }

    private PageView view(Session session) {
        return new PageView(session, ledger.deliveries().of(session.id()));
    }

    private Response choosing(Session session) {
        return Response.html(200, page.fill(view(session).choosing()));
    }

    private Response act(Request request) throws IOException {
        Form form = Form.of(request);
        Optional<Function<Form, Optional<Move>>> action = Actions.of(request.variable(1));
        if (action.isEmpty()) {
            return Response.error(404, "not_found");
        }
        Optional<Move> move = action.get().apply(form);
        return onSession(
                request,
                session -> move.map(made -> make(session, made, form)).orElseGet(() -> wrong(session, request)));
    }

    private Response wrong(Session session, Request request) {
        String notice = request.variable(1).equals("choose")
                ? "Choose one of the coins below."
                : "Nothing was changed: that is no amount, number or time that can be used.";
        return show(400, session, Optional.of(notice));
    }

    private Response make(Session session, Move move, Form form) {
        if (!payments.make(session.id(), move)) {
            Session now = ledger.sessions().find(session.id()).orElse(session);
            String notice = "Nothing was changed: this payment is already "
                    + now.state().label() + ".";
            return show(409, now, Optional.of(notice));
        }
        boolean console = form.field("back").filter("console"::equals).isPresent();
        return Response.seeOther((console ? "/?session=" : "/checkout/") + session.id());
    }

    private Response state(Session session) {
        PageView view = view(session);
        return Response.json(
                        200,
                        Json.object()
                                .put("state", session.state().label())
                                .put("seconds_left", session.secondsLeft())
                                .put("price_seconds_left", view.secondsHeld())
                                .put("version", view.version()))
                .with("Cache-Control", "no-store");
    }
}
