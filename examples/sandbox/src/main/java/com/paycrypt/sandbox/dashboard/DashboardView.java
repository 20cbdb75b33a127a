package com.paycrypt.sandbox.dashboard;

import com.paycrypt.sandbox.api.Fault;
import com.paycrypt.sandbox.delivery.Delivery;
import com.paycrypt.sandbox.diagnosis.RefusedRequest;
import com.paycrypt.sandbox.session.Session;
import com.paycrypt.sandbox.wire.Dialect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What fills the dashboard: of everything the newest hundred. */
record DashboardView(List<Session> sessions, List<Delivery> deliveries, List<RefusedRequest> refused) {
    private static final int SHOWN = 100;

    Map<String, Object> fill(Map<String, Object> setup) {
        List<Delivery> newestFirst = new ArrayList<>(deliveries);
        Collections.reverse(newestFirst);
        Map<String, Object> view = new LinkedHashMap<>(setup);
        view.put(
                "sessions",
                sessions.stream().limit(SHOWN).map(DashboardView::row).toList());
        view.put("noSessions", sessions.isEmpty());
        view.put(
                "deliveries",
                newestFirst.stream().limit(SHOWN).map(DeliveryView::row).toList());
        view.put("noDeliveries", deliveries.isEmpty());
        view.put("refused", refused.stream().limit(SHOWN).map(RefusedView::row).toList());
        view.put("anyRefused", !refused.isEmpty());
        view.put(
                "dialects",
                Arrays.stream(Dialect.values())
                        .map(known -> choice(known, setup))
                        .toList());
        view.put("faults", Arrays.stream(Fault.values()).map(Fault::label).toList());
        return view;
    }

    private static Map<String, Object> choice(Dialect known, Map<String, Object> setup) {
        return Map.of("label", known.label(), "chosen", known.label().equals(setup.get("dialect")));
    }

    private static Map<String, Object> row(Session session) {
        return Map.of(
                "id", session.id(),
                "time", Times.shortly(session.createdAt()),
                "orderId", session.order().orderId(),
                "amount",
                        session.order().amount().toPlainString() + " "
                                + session.order().currency(),
                "state", session.state().label());
    }
}
