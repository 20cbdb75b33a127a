package com.paycrypt.sandbox.checkout;

import com.paycrypt.sandbox.delivery.Delivery;
import com.paycrypt.sandbox.http.Form;
import com.paycrypt.sandbox.http.Request;
import com.paycrypt.sandbox.http.Response;
import com.paycrypt.sandbox.http.Router;
import com.paycrypt.sandbox.http.SameOrigin;
import com.paycrypt.sandbox.http.Template;
import com.paycrypt.sandbox.session.Action;
import com.paycrypt.sandbox.session.Method;
import com.paycrypt.sandbox.session.Session;
import com.paycrypt.sandbox.session.Sessions;
import com.paycrypt.sandbox.wire.Json;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * The hosted checkout: {@code GET /checkout/{id}} and plain forms that post to paths below it. Every form answers 303 to
 * the page, or 409 with the page where the session no longer allows it.
 */
public final class Checkout {
    private static final String PATH = "/checkout/{}";

    private final Sessions sessions;
    private final Clock clock;
    private final BiPredicate<String, Action> actions;
    private final Function<String, List<Delivery>> deliveries;
    private final Template page = Template.of(Checkout.class, "checkout.mustache");
    private final Template unknown = Template.of(Checkout.class, "unknown.mustache");

    /**
     * The checkout over a store of sessions.
     *
     * @param sessions the store
     * @param clock the sandbox's clock
     * @param actions lets an action happen to a session; false if the session's state does not allow it
     * @param deliveries the webhooks of a session
     */
    public Checkout(
            Sessions sessions,
            Clock clock,
            BiPredicate<String, Action> actions,
            Function<String, List<Delivery>> deliveries) {
        this.sessions = sessions;
        this.clock = clock;
        this.actions = actions;
        this.deliveries = deliveries;
    }

    /**
     * Adds the checkout's routes.
     *
     * @param router where to
     */
    public void addTo(Router router) {
        router.on("GET", PATH, request -> onSession(request, session -> show(200, session, Optional.empty())));
        router.on("GET", PATH + "/choose", request -> onSession(request, this::choosing));
        router.on("POST", PATH + "/choose", new SameOrigin(this::choose));
        router.on("GET", PATH + "/state", request -> onSession(request, this::state));
        router.on("POST", PATH + "/expire", new SameOrigin(this::expire));
        for (Action action : Action.values()) {
            router.on("POST", PATH + "/" + action.label(), new SameOrigin(request -> act(request, action)));
        }
    }

    private Response onSession(Request request, Function<Session, Response> answer) {
        return sessions.find(request.variable(0)).map(answer).orElseGet(this::unknown);
    }

    private Response unknown() {
        return Response.html(404, unknown.fill(Map.of()));
    }

    private Response show(int status, Session session, Optional<String> notice) {
        return Response.html(status, page.fill(view(session).page(notice)));
    }

    private CheckoutView view(Session session) {
        return new CheckoutView(session, clock.instant(), deliveries.apply(session.id()));
    }

    private Response choosing(Session session) {
        return Response.html(200, page.fill(view(session).choosing()));
    }

    private Response choose(Request request) throws IOException {
        Optional<Method> method = Form.of(request).field("method").flatMap(Method::of);
        return onSession(
                request,
                session -> method.map(chosen -> choose(session, chosen))
                        .orElseGet(() -> show(400, session, Optional.of("Choose one of the coins below."))));
    }

    private Response choose(Session session, Method method) {
        sessions.choose(session.id(), method);
        return backTo(session);
    }

    private Response act(Request request, Action action) throws IOException {
        Form.of(request);
        return onSession(request, session -> act(session, action));
    }

    private Response expire(Request request) throws IOException {
        Form form = Form.of(request);
        int seconds = form.number("seconds", 0, 86_400).orElse(0);
        return onSession(request, session -> {
            sessions.expireIn(session.id(), Duration.ofSeconds(seconds));
            return backTo(session);
        });
    }

    private Response act(Session session, Action action) {
        return actions.test(session.id(), action)
                ? backTo(session)
                : onRefused(sessions.find(session.id()).orElse(session));
    }

    private Response onRefused(Session session) {
        String notice = "Nothing was changed: this payment is already "
                + session.state().label() + ".";
        return show(409, session, Optional.of(notice));
    }

    private Response state(Session session) {
        return Response.json(
                        200,
                        Json.object()
                                .put("state", session.state().label())
                                .put("seconds_left", session.secondsLeft(clock.instant())))
                .with("Cache-Control", "no-store");
    }

    private static Response backTo(Session session) {
        return Response.seeOther("/checkout/" + session.id());
    }
}
