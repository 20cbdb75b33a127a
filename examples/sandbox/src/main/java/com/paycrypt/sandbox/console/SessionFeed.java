package com.paycrypt.sandbox.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paycrypt.sandbox.model.Session;
import com.paycrypt.sandbox.model.Transfer;
import com.paycrypt.sandbox.wire.Json;

/** A session as JSON, for scripts; its metadata is left out. */
final class SessionFeed {
    private SessionFeed() {}

    static ObjectNode of(Session session) {
        ObjectNode json = Json.object()
                .put("id", session.id())
                .put("order_id", session.order().orderId())
                .put("amount", session.order().amount().toPlainString())
                .put("currency", session.order().currency())
                .put("state", session.state().label())
                .put("coin", session.coin().label())
                .put("quoted", session.quoted().toPlainString())
                .put("received", session.received().toPlainString())
                .put("due", session.due().toPlainString())
                .put("expires_at", session.expiresAt().getEpochSecond());
        ArrayNode transfers = json.putArray("transfers");
        session.transfers().forEach(transfer -> transfers.add(of(transfer)));
        return json;
    }

    private static ObjectNode of(Transfer transfer) {
        return Json.object()
                .put("id", transfer.id())
                .put("coin", transfer.coin().label())
                .put("amount", transfer.amount().toPlainString())
                .put("confirmations", transfer.confirmations())
                .put("counts", transfer.counts())
                .put("at", transfer.at().toString());
    }
}
