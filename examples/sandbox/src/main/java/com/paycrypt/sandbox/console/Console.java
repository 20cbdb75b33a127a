package com.paycrypt.sandbox.console;

import com.paycrypt.sandbox.http.Request;
import com.paycrypt.sandbox.http.Response;
import com.paycrypt.sandbox.http.Router;
import com.paycrypt.sandbox.http.SameOrigin;
import com.paycrypt.sandbox.http.Template;
import com.paycrypt.sandbox.ledger.Deliveries;
import com.paycrypt.sandbox.model.Delivery;
import com.paycrypt.sandbox.model.Fact;
import com.paycrypt.sandbox.model.RejectedRequest;
import java.util.Optional;
import java.util.function.Function;

/** The developer's pages: the console at {@code /}, and a page per delivery and per rejected request. */
public final class Console {
    private final ConsoleSetup setup;
    private final Deliveries deliveries;
    private final DeliveryPages pages;
    private final Template console = Template.of(Console.class, "console.html");
    private final Template rejected = Template.of(Console.class, "rejected.html");
    private final Template delivery = Template.of(Console.class, "delivery.html");

    /**
     * Creates the console of a sandbox.
     *
     * @param setup what it shows
     */
    public Console(ConsoleSetup setup) {
        this.setup = setup;
        this.deliveries = setup.ledger().deliveries();
        this.pages = new DeliveryPages(setup.keys());
    }

    /**
     * Adds the console's routes.
     *
     * @param router where to
     */
    public void addTo(Router router) {
        router.on("GET", "/", this::overview);
        router.on("GET", "/rejected/{}", this::rejection);
        router.on("GET", "/deliveries/{}", request -> onDelivery(request, this::detail));
        router.on("POST", "/deliveries/{}/redeliver", new SameOrigin(request -> onDelivery(request, this::redeliver)));
        new Explain(setup).addTo(router);
        new Controls(setup).addTo(router);
        new Feeds(setup).addTo(router);
    }

    private Response overview(Request request) {
        ConsolePage page = new ConsoleView(setup)
                .page(
                        request.parameter("session"),
                        Feeds.before(request, "sessions_before"),
                        Feeds.before(request, "deliveries_before"));
        return Response.html(200, console.fill(page));
    }

    private Response rejection(Request request) {
        return setup.ledger().journal().newest(fact -> isRejection(fact, request.variable(0)), 1).stream()
                .flatMap(fact -> fact.rejected().stream())
                .findFirst()
                .map(found -> Response.html(200, rejected.fill(RejectedPage.of(found))))
                .orElseGet(() -> Response.error(404, "not_found"));
    }

    private static boolean isRejection(Fact fact, String id) {
        Optional<RejectedRequest> request = fact.rejected();
        return request.filter(found -> found.id().equals(id)).isPresent();
    }

    private Response onDelivery(Request request, Function<Delivery, Response> handler) {
        return deliveries.find(request.variable(0)).map(handler).orElseGet(() -> Response.error(404, "not_found"));
    }

    private Response detail(Delivery found) {
        return Response.html(
                200, delivery.fill(pages.of(found, setup.ledger().journal().last())));
    }

    private Response redeliver(Delivery found) {
        deliveries.redeliver(found.id());
        return Response.seeOther("/deliveries/" + found.id());
    }
}
