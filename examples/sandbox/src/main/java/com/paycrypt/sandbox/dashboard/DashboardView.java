package com.paycrypt.sandbox.dashboard;

import com.paycrypt.sandbox.delivery.Attempt;
import com.paycrypt.sandbox.delivery.Delivery;
import com.paycrypt.sandbox.session.Session;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What fills the dashboard and the page of one delivery. */
final class DashboardView {
    private static final int SHOWN = 100;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private DashboardView() {}

    static Map<String, Object> of(List<Session> sessions, List<Delivery> deliveries, Map<String, Object> setup) {
        List<Delivery> newestFirst = new ArrayList<>(deliveries);
        Collections.reverse(newestFirst);
        Map<String, Object> view = new TreeMap<>(setup);
        view.put(
                "sessions",
                sessions.stream().limit(SHOWN).map(DashboardView::row).toList());
        view.put("noSessions", sessions.isEmpty());
        view.put(
                "deliveries",
                newestFirst.stream().limit(SHOWN).map(DashboardView::row).toList());
        view.put("noDeliveries", deliveries.isEmpty());
        return view;
    }

    static Map<String, Object> of(Delivery delivery) {
        Map<String, Object> view = new TreeMap<>(row(delivery));
        view.put("body", delivery.body());
        view.put(
                "attempts",
                delivery.attempts().stream().map(DashboardView::attempt).toList());
        view.put("sessionId", delivery.sessionId());
        return view;
    }

    private static Map<String, Object> row(Session session) {
        return Map.of(
                "id", session.id(),
                "time", time(session.createdAt()),
                "orderId", session.order().orderId(),
                "amount",
                        session.order().amount().toPlainString() + " "
                                + session.order().currency(),
                "state", session.state().label());
    }

    private static Map<String, Object> row(Delivery delivery) {
        List<Attempt> attempts = delivery.attempts();
        return Map.of(
                "id", delivery.id(),
                "type", delivery.type(),
                "orderId", delivery.orderId(),
                "url", delivery.url().toString(),
                "status", delivery.status().label(),
                "tries", attempts.size(),
                "outcome",
                        attempts.isEmpty()
                                ? ""
                                : attempts.get(attempts.size() - 1).outcome(),
                "next", delivery.nextAttempt() == null ? "" : time(delivery.nextAttempt()));
    }

    private static Map<String, Object> attempt(Attempt attempt) {
        return Map.of(
                "time", time(attempt.at()),
                "outcome", attempt.outcome(),
                "took", attempt.took().toMillis(),
                "requestHeaders", lines(attempt.requestHeaders()),
                "responseHeaders", lines(attempt.responseHeaders()),
                "responseBody", attempt.responseBody());
    }

    private static String lines(Map<String, String> headers) {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(headers)
                .forEach((name, value) ->
                        lines.append(name).append(": ").append(value).append('\n'));
        return lines.toString();
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }
}
