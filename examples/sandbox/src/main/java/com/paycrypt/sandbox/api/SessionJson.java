package com.paycrypt.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paycrypt.sandbox.model.Session;
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

    /** As older servers answer: the amount a float, no checkout URL. */
    static ObjectNode older(Session session) {
        ObjectNode json = Json.object().put("id", session.id()).put("status", olderStatus(session));
        return withOrder(json, session)
                .put("amount", Json.asFloat(session.order().amount()))
                .put("expires_at", session.expiresAt().getEpochSecond());
    }

    private static ObjectNode withOrder(ObjectNode json, Session session) {
        json.put("order_id", session.order().orderId())
                .put("currency", session.order().currency());
        json.set("metadata", session.order().metadata().map(Json::value).orElseGet(Json::object));
        return json;
    }

    /** What has been paid stays {@code pending} for ever, what has expired {@code created}, and nothing ever fails. */
    private static String olderStatus(Session session) {
        return session.transfers().isEmpty() ? "created" : "pending";
    }
}
