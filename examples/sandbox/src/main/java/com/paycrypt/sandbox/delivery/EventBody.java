package com.paycrypt.sandbox.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paycrypt.sandbox.session.Method;
import com.paycrypt.sandbox.session.Session;
import com.paycrypt.sandbox.session.State;
import com.paycrypt.sandbox.wire.Dialect;
import com.paycrypt.sandbox.wire.Json;
import java.time.Instant;
import java.util.Optional;

/**
 * The JSON of an event. Its {@code id} belongs to the session, not to the event, as was seen of PayCrypt: receivers that
 * de-duplicate by it alone lose the confirmation after a {@code payment.pending}.
 */
final class EventBody {
    private EventBody() {}

    static byte[] of(String type, Session session, Dialect dialect, Instant now) {
        ObjectNode event = Json.object()
                .put("type", type)
                .put("id", "evt_" + session.number())
                .put("created", now.getEpochSecond());
        event.set(
                "data", dialect == Dialect.OLDER ? flat(session) : Json.object().set("object", object(session)));
        return Json.spaced(event);
    }

    private static ObjectNode flat(Session session) {
        return Json.object()
                .put("payment_session_id", session.number())
                .put("order_id", session.order().orderId())
                .put("amount", session.order().amount().toPlainString())
                .put("currency", session.order().currency())
                .put("status", session.state().wireStatus());
    }

    private static ObjectNode object(Session session) {
        ObjectNode object = Json.object()
                .put("id", session.id())
                .put("order_id", session.order().orderId())
                .put("status", session.state().wireStatus())
                .put("fiat_amount", session.order().amount())
                .put("fiat_currency", session.order().currency());
        Optional.ofNullable(session.order().customerEmail()).ifPresent(email -> object.put("customer_email", email));
        object.put("expires_at", session.expiresAt().getEpochSecond());
        Optional.ofNullable(session.order().metadata()).ifPresent(metadata -> object.set("metadata", metadata));
        Optional.ofNullable(session.method()).ifPresent(method -> addCoin(object, session, method));
        if (session.state() == State.FAILED) {
            object.put("failure_reason", "sandbox_failure");
        }
        return object;
    }

    private static void addCoin(ObjectNode object, Session session, Method method) {
        object.put("crypto_amount", method.quote(session.order().amount()).toPlainString())
                .put("crypto_currency", method.coin())
                .put("exchange_rate", method.rate().toPlainString())
                .put("payment_method", method.label());
    }
}
