package com.paycrypt.sandbox.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sandbox.model.Session;
import com.paycrypt.sandbox.model.Transfer;
import com.paycrypt.sandbox.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The JSON of an event. Its {@code id} belongs to the session, not to the event, as was seen of PayCrypt: receivers that
 * de-duplicate by it alone lose the confirmation after a {@code payment.pending}.
 */
public final class EventBody {
    private EventBody() {}

    /**
     * Writes an event.
     *
     * @param type the event's type
     * @param session the session it is about
     * @param dialect the dialect
     * @param now when it was created
     * @return ASCII JSON
     */
    public static String of(String type, Session session, Dialect dialect, Instant now) {
        ObjectNode event = Json.object()
                .put("type", type)
                .put("id", "evt_" + session.number())
                .put("created", now.getEpochSecond());
        event.set(
                "data",
                dialect == Dialect.OLDER ? flat(type, session) : Json.object().set("object", object(type, session)));
        return new String(Json.spaced(event), StandardCharsets.US_ASCII);
    }

    /** The session's id is a row number, and what succeeded says so. */
    private static ObjectNode flat(String type, Session session) {
        return Json.object()
                .put("payment_session_id", session.number())
                .put("order_id", session.order().orderId())
                .put("amount", session.order().amount().toPlainString())
                .put("currency", session.order().currency())
                .put("status", type.substring(type.indexOf('.') + 1));
    }

    /** Its status is the event's, not what has become of the session since. */
    private static ObjectNode object(String type, Session session) {
        ObjectNode object = Json.object()
                .put("id", session.id())
                .put("order_id", session.order().orderId())
                .put("status", status(type))
                .put("fiat_amount", Json.asFloat(session.order().amount()))
                .put("fiat_currency", session.order().currency())
                .put("customer_email", session.order().customerEmail().orElse(null))
                .put("expires_at", session.expiresAt().getEpochSecond());
        session.order().metadata().ifPresent(metadata -> object.set("metadata", Json.value(metadata)));
        addCoin(object, session);
        if (type.equals("payment.failed")) {
            object.put("failure_reason", "sandbox_failure");
        }
        return object;
    }

    private static String status(String type) {
        return switch (type) {
            case "payment.pending" -> "pending";
            case "payment.failed" -> "failed";
            default -> "completed";
        };
    }

    private static void addCoin(ObjectNode object, Session session) {
        object.put("crypto_amount", Json.asFloat(session.quoted()))
                .put("crypto_currency", session.coin().symbol())
                .put(
                        "exchange_rate",
                        Json.asFloat(session.coin().rate(session.order().currency())))
                .put("payment_method", session.coin().label())
                .put("transaction_id", "txn_" + session.number());
        session.transfers().stream()
                .filter(Transfer::counts)
                .reduce((earlier, later) -> later)
                .ifPresent(transfer -> object.put("tx_hash", transfer.id()));
    }
}
