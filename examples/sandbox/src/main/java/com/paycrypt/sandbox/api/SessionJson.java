package com.paycrypt.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paycrypt.sandbox.session.Session;
import com.paycrypt.sandbox.session.State;
import com.paycrypt.sandbox.wire.Json;

/** A session as the API shows it. */
final class SessionJson {
    private SessionJson() {}

    /** The four fields of the guide's 201. */
    static ObjectNode created(Session session, String baseUrl) {
        return Json.object()
                .put("id", session.id())
                .put("status", session.state().wireStatus())
                .put("checkout_url", baseUrl + "/checkout/" + session.id())
                .put("expires_at", session.expiresAt().getEpochSecond());
    }

    /** The guide's fields and the order. */
    static ObjectNode full(Session session, String baseUrl) {
        ObjectNode json = created(session, baseUrl);
        return withOrder(json, session).put("amount", session.order().amount().toPlainString());
    }

    /** As older servers answer: the amount a float, no checkout URL, and what expired still {@code created}. */
    static ObjectNode older(Session session) {
        String status =
                session.state() == State.EXPIRED ? "created" : session.state().wireStatus();
        ObjectNode json = Json.object().put("id", session.id()).put("status", status);
        return withOrder(json, session)
                .put("amount", session.order().amount().doubleValue())
                .put("expires_at", session.expiresAt().getEpochSecond());
    }

    private static ObjectNode withOrder(ObjectNode json, Session session) {
        ObjectNode metadata = session.order().metadata();
        json.put("order_id", session.order().orderId())
                .put("currency", session.order().currency());
        json.set("metadata", metadata == null ? Json.object() : metadata);
        return json;
    }
}
