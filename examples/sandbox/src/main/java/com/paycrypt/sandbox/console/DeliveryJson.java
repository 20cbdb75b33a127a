package com.paycrypt.sandbox.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paycrypt.sandbox.model.Attempt;
import com.paycrypt.sandbox.model.Delivery;
import com.paycrypt.sandbox.wire.Json;
import java.util.TreeMap;

/** Deliveries as JSON, for scripts. */
final class DeliveryJson {
    private DeliveryJson() {}

    static ObjectNode of(Delivery delivery) {
        ObjectNode json = Json.object()
                .put("id", delivery.id())
                .put("session_id", delivery.sessionId())
                .put("order_id", delivery.orderId())
                .put("type", delivery.type())
                .put("url", delivery.url().toString())
                .put("status", delivery.status().label())
                .put("body", delivery.body());
        ArrayNode attempts = json.putArray("attempts");
        delivery.attempts().forEach(attempt -> attempts.add(of(attempt)));
        delivery.note().ifPresent(note -> json.put("note", note));
        delivery.nextAttempt().ifPresent(next -> json.put("next_attempt_at", next.getEpochSecond()));
        return json;
    }

    private static ObjectNode of(Attempt attempt) {
        ObjectNode json = Json.object().put("at", attempt.at().getEpochSecond());
        new TreeMap<>(attempt.requestHeaders()).forEach(json.putObject("request_headers")::put);
        attempt.status().ifPresent(status -> json.put("status", status));
        new TreeMap<>(attempt.responseHeaders()).forEach(json.putObject("response_headers")::put);
        return json.put("response_body", attempt.responseBody())
                .put("failure", attempt.failure().orElse(null))
                .put("took_ms", attempt.took().toMillis());
    }
}
