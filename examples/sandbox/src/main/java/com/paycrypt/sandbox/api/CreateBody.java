package com.paycrypt.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paycrypt.sandbox.api.Rejection.Reason;
import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sandbox.model.Order;
import com.paycrypt.sandbox.wire.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the body of a create and checks its fields; unknown ones are ignored, {@code null} counts as missing. */
final class CreateBody {
    private static final List<String> NEEDED = List.of("order_id", "amount", "currency", "success_url", "cancel_url");
    private static final int MAX_ORDER_ID = 64;
    private static final int MAX_CURRENCY = 5;
    private static final int MAX_EMAIL = 255;

    private final ObjectNode json;
    private final Dialect dialect;

    private CreateBody(ObjectNode json, Dialect dialect) {
        this.json = json;
        this.dialect = dialect;
    }

    static Order read(byte[] body, Dialect dialect) throws RejectedException {
        ObjectNode json = Json.readObject(body).orElseThrow(() -> RejectedException.of(Reason.INVALID_JSON));
        return new CreateBody(json, dialect).order();
    }

    private Order order() throws RejectedException {
        rejectIfAny(Reason.MISSING_FIELDS, missing());
        Amounts amounts = new Amounts(json.path("amount"), dialect);
        rejectIfAny(Reason.INVALID_FIELDS, new FieldRules(json, dialect).violations());
        rejectIfAny(Reason.OVERLONG_FIELDS, overlong(amounts));
        return new Order(
                text("order_id"),
                amounts.checked(),
                text("currency").toUpperCase(Locale.ROOT),
                Optional.ofNullable(email()),
                Optional.ofNullable(json.get("metadata"))
                        .filter(metadata -> !metadata.isNull())
                        .map(Json::text),
                URI.create(text("success_url")),
                URI.create(text("cancel_url")),
                isGiven("webhook_url") ? Optional.of(URI.create(text("webhook_url"))) : Optional.empty());
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

    /** What the database of a running server does not take: it counts code points, and no text may hold U+0000. */
    private List<String> overlong(Amounts amounts) {
        List<String> overlong = new ArrayList<>();
        addIf(overlong, "order_id", isTooLong(text("order_id"), MAX_ORDER_ID));
        addIf(overlong, "currency", isTooLong(text("currency"), MAX_CURRENCY));
        addIf(overlong, "amount", amounts.isOverlong());
        addIf(overlong, "customer.email", isTooLong(String.valueOf(email()), MAX_EMAIL));
        return overlong;
    }

    private static void addIf(List<String> fields, String field, boolean wrong) {
        if (wrong) {
            fields.add(field);
        }
    }

    private static boolean isTooLong(String text, int max) {
        return text.codePointCount(0, text.length()) > max || text.indexOf('\0') >= 0;
    }

    private @Nullable String email() {
        return json.path("customer").path("email").textValue();
    }

    private String text(String field) {
        return json.path(field).asText();
    }

    private static void rejectIfAny(Reason reason, List<String> fields) throws RejectedException {
        if (!fields.isEmpty()) {
            throw RejectedException.of(reason, fields);
        }
    }
}
