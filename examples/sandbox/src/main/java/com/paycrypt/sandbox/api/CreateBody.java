package com.paycrypt.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paycrypt.sandbox.api.Refusal.Reason;
import com.paycrypt.sandbox.session.Order;
import com.paycrypt.sandbox.wire.Dialect;
import com.paycrypt.sandbox.wire.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the body of a create and checks its fields; unknown ones are ignored, {@code null} counts as missing. */
final class CreateBody {
    private static final List<String> NEEDED = List.of("order_id", "amount", "currency", "success_url", "cancel_url");

    private final ObjectNode json;
    private final Dialect dialect;

    private CreateBody(ObjectNode json, Dialect dialect) {
        this.json = json;
        this.dialect = dialect;
    }

    static Order read(byte[] body, Dialect dialect) throws RefusedException {
        ObjectNode json = Json.readObject(body).orElseThrow(() -> RefusedException.of(Reason.INVALID_JSON));
        return new CreateBody(json, dialect).order();
    }

    private Order order() throws RefusedException {
        refuseIfAny(Reason.MISSING_FIELDS, missing());
        Amounts amounts = new Amounts(json.path("amount"), dialect);
        refuseIfAny(Reason.INVALID_FIELDS, new FieldRules(json).violations());
        refuseIfAny(Reason.OVERLONG_FIELDS, overlong(amounts));
        return new Order(
                text("order_id"),
                amounts.checked(),
                text("currency").toUpperCase(Locale.ROOT),
                json.path("customer").path("email").textValue(),
                json.get("metadata") instanceof ObjectNode metadata ? metadata : null,
                URI.create(text("success_url")),
                URI.create(text("cancel_url")),
                webhookUrl());
    }

    private List<String> missing() {
        List<String> needed = new ArrayList<>(NEEDED);
        if (dialect == Dialect.OLDER) {
            needed.add("webhook_url");
        }
        needed.removeIf(this::isGiven);
        return needed;
    }

    private boolean isGiven(String field) {
        JsonNode value = json.path(field);
        return !value.isMissingNode()
                && !value.isNull()
                && !(value.isTextual() && value.textValue().isBlank());
    }

    private List<String> overlong(Amounts amounts) {
        List<String> overlong = new ArrayList<>();
        if (text("order_id").length() > 64) {
            overlong.add("order_id");
        }
        if (text("currency").length() > 5) {
            overlong.add("currency");
        }
        if (amounts.isOverlong()) {
            overlong.add("amount");
        }
        return overlong;
    }

    private @Nullable URI webhookUrl() {
        return isGiven("webhook_url") ? URI.create(text("webhook_url")) : null;
    }

    private String text(String field) {
        return json.path(field).asText();
    }

    private static void refuseIfAny(Reason reason, List<String> fields) throws RefusedException {
        if (!fields.isEmpty()) {
            throw RefusedException.of(reason, fields);
        }
    }
}
