package com.paycrypt.examples.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** What an event tells, read by hand from both shapes. */
record Payment(String type, String id, String orderId, String sessionId, BigDecimal amount, String currency) {
    static Payment read(JsonNode event) {
        JsonNode data = event.path("data");
        return data.has("object") ? nested(event, data.path("object")) : flat(event, data);
    }

    static Payment nested(JsonNode event, JsonNode session) {
        return new Payment(
                event.path("type").asText(),
                event.path("id").asText(),
                session.path("order_id").asText(),
                session.path("id").asText(),
                new BigDecimal(session.path("fiat_amount").asText("0")),
                session.path("fiat_currency").asText());
    }

    private static Payment flat(JsonNode event, JsonNode data) {
        return new Payment(
                event.path("type").asText(),
                event.path("id").asText(),
                data.path("order_id").asText(),
                data.path("payment_session_id").asText(),
                new BigDecimal(data.path("amount").asText("0")),
                data.path("currency").asText());
    }

    boolean isPaid() {
        return type.equals(PaymentEvent.CONFIRMED) || type.equals(PaymentEvent.SUCCEEDED);
    }

    boolean isFailed() {
        return type.equals(PaymentEvent.FAILED);
    }
}
