package com.paycrypt.sandbox.dashboard;

import com.paycrypt.sandbox.delivery.Deliveries;
import com.paycrypt.sandbox.delivery.Delivery;
import com.paycrypt.sandbox.diagnosis.RefusedRequests;
import com.paycrypt.sandbox.http.Request;
import com.paycrypt.sandbox.http.Response;
import com.paycrypt.sandbox.http.Router;
import com.paycrypt.sandbox.http.SameOrigin;
import com.paycrypt.sandbox.http.Template;
import com.paycrypt.sandbox.session.Sessions;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** The developer's pages: {@code /}, {@code /deliveries} as JSON, and a page per delivery and per refused request. */
public final class Dashboard {
    private final Sessions sessions;
    private final Deliveries deliveries;
    private final RefusedRequests refused;
    private final Supplier<Map<String, Object>> setup;
    private final Template overview = Template.of(Dashboard.class, "dashboard.mustache");
    private final Template refusal = Template.of(Dashboard.class, "refused.mustache");
    private final Template detail = Template.of(Dashboard.class, "delivery.mustache");

    /**
     * The dashboard of a sandbox.
     *
     * @param sessions its sessions
     * @param deliveries its deliveries
     * @param refused its refused requests
     * @param setup how it is set up, by the names the page shows
     */
    public Dashboard(
            Sessions sessions, Deliveries deliveries, RefusedRequests refused, Supplier<Map<String, Object>> setup) {
        this.sessions = sessions;
        this.deliveries = deliveries;
        this.refused = refused;
        this.setup = setup;
    }

    /**
     * Adds the dashboard's routes.
     *
     * @param router where to
     */
    public void addTo(Router router) {
        router.on("GET", "/", request -> overview());
        router.on("GET", "/deliveries", request -> Response.json(200, DeliveryJson.of(deliveries.all())));
        router.on("GET", "/refused/{}", this::explain);
        router.on("GET", "/deliveries/{}", request -> onDelivery(request, this::detail));
        router.on("POST", "/deliveries/{}/redeliver", new SameOrigin(request -> onDelivery(request, this::redeliver)));
    }

    private Response overview() {
        Map<String, Object> view = new DashboardView(sessions.all(), deliveries.all(), refused.all()).fill(setup.get());
        return Response.html(200, overview.fill(view));
    }

    private Response explain(Request request) {
        return refused.find(request.variable(0))
                .map(found -> Response.html(200, refusal.fill(RefusedView.page(found))))
                .orElseGet(() -> Response.error(404, "not_found"));
    }

    private Response onDelivery(Request request, Function<Delivery, Response> answer) {
        return deliveries.find(request.variable(0)).map(answer).orElseGet(() -> Response.error(404, "not_found"));
    }

    private Response detail(Delivery delivery) {
        return Response.html(200, detail.fill(DeliveryView.page(delivery)));
    }

    private Response redeliver(Delivery delivery) {
        deliveries.redeliver(delivery.id());
        return Response.seeOther("/deliveries/" + delivery.id());
    }
}
