package com.paycrypt.sandbox.dashboard;

import com.paycrypt.sandbox.delivery.Attempt;
import com.paycrypt.sandbox.delivery.Delivery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What fills the page of one delivery, and its row on the dashboard. */
final class DeliveryView {
    private DeliveryView() {}

    static Map<String, Object> page(Delivery delivery) {
        Map<String, Object> view = new LinkedHashMap<>(row(delivery));
        view.put("body", delivery.body());
        view.put(
                "attempts",
                delivery.attempts().stream().map(DeliveryView::attempt).toList());
        view.put("sessionId", delivery.sessionId());
        return view;
    }

    static Map<String, Object> row(Delivery delivery) {
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
                "next", delivery.nextAttempt() == null ? "" : Times.shortly(delivery.nextAttempt()));
    }

    private static Map<String, Object> attempt(Attempt attempt) {
        return Map.of(
                "time", Times.shortly(attempt.at()),
                "outcome", attempt.outcome(),
                "hint", Hint.of(attempt),
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
}
