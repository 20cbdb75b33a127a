package com.paycrypt.examples.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;

/**
 * An event of a payment, in the two shapes in which servers send it.
 *
 * @param type such as {@code payment.confirmed}
 * @param id the event's id, which servers share between all events of one session
 * @param created unix seconds
 * @param sessionId the payment session
 * @param orderId the order
 * @param amount what was to be paid
 * @param currency its currency
 */
record PaymentEvent(
        String type, String id, long created, String sessionId, String orderId, BigDecimal amount, String currency) {
    static final String CONFIRMED = "payment.confirmed";
    static final String PENDING = "payment.pending";
    static final String FAILED = "payment.failed";
    static final String SUCCEEDED = "payment.succeeded";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final Map<String, String> STATUSES =
            Map.of(CONFIRMED, "completed", SUCCEEDED, "succeeded", PENDING, "pending", FAILED, "failed");

    PaymentEvent withType(String other) {
        return new PaymentEvent(other, id, created, sessionId, orderId, amount, currency);
    }

    PaymentEvent withSession(String other) {
        return new PaymentEvent(type, id, created, other, orderId, amount, currency);
    }

    PaymentEvent withAmount(BigDecimal other) {
        return new PaymentEvent(type, id, created, sessionId, orderId, other, currency);
    }

    PaymentEvent withCurrency(String other) {
        return new PaymentEvent(type, id, created, sessionId, orderId, amount, other);
    }

    /** As newer servers send it: the session within {@code data.object}, its amount a number. */
    byte[] body() {
        return bytes(nested(Map.of("source", "doctor")));
    }

    /** The same with metadata of that many characters. */
    byte[] bodyOf(int size) {
        return bytes(nested(Map.of("note", "x".repeat(size))));
    }

    private ObjectNode nested(Map<String, String> metadata) {
        ObjectNode event = envelope();
        ObjectNode session = event.putObject("data").putObject("object");
        session.put("id", sessionId);
        session.put("order_id", orderId);
        session.put("status", status());
        session.put("fiat_amount", number());
        session.put("fiat_currency", currency);
        session.putNull("customer_email");
        session.set("metadata", JSON.valueToTree(metadata));
        if (!type.equals(PENDING)) {
            session.put("transaction_id", "txn_" + id);
            session.put("payment_method", "crypto");
            session.put("crypto_currency", "BTC");
        }
        return event;
    }

    /** As older servers send it: flat, and the session an integer of the server's own. */
    byte[] flatBody(long sessionNumber) {
        ObjectNode event = envelope();
        event.putObject("data")
                .put("payment_session_id", sessionNumber)
                .put("order_id", orderId)
                .put("amount", amount.toPlainString())
                .put("currency", currency)
                .put("status", status());
        return bytes(event);
    }

    private ObjectNode envelope() {
        return JSON.createObjectNode().put("type", type).put("id", id).put("created", created);
    }

    private String status() {
        return STATUSES.getOrDefault(type, "unknown");
    }

    /** A whole amount keeps one decimal, as in {@code 49.0}. */
    private BigDecimal number() {
        BigDecimal shortest = amount.stripTrailingZeros();
        return shortest.scale() < 1 ? shortest.setScale(1) : shortest;
    }

    private static byte[] bytes(ObjectNode event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
