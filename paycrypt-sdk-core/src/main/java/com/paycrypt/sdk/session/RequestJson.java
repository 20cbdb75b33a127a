package com.paycrypt.sdk.session;

import com.fasterxml.jackson.core.JsonGenerator;
import com.paycrypt.sdk.internal.json.Json;
import com.paycrypt.sdk.money.Money;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes a checked request in the order of the API guide; what is not set is absent. */
final class RequestJson implements Json.Content {
    /** {@code "":"",} */
    private static final int MEMBER = 6;

    /** {@code "":{},} without the comma of the object's last member. */
    private static final int OBJECT = 5;

    private final PaymentSessionRequest.Builder request;

    private RequestJson(PaymentSessionRequest.Builder request) {
        this.request = request;
    }

    static byte[] write(PaymentSessionRequest.Builder request) {
        RequestJson content = new RequestJson(request);
        return Json.write(content, content.expectedSize());
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        writeOrder(json);
        writeCustomer(json);
        writeText("success_url", request.successUrl, json);
        writeText("cancel_url", request.cancelUrl, json);
        writeText("webhook_url", request.webhookUrl, json);
        json.writeEndObject();
    }

    /** Exact for text of ASCII that needs no escapes: then the bytes are written once and never copied. */
    private int expectedSize() {
        Money amount = Objects.requireNonNull(request.amount);
        int size = 1 + member("order_id", request.orderId) + member("amount", AmountRules.text(amount));
        size += member("currency", amount.currency()) + member("success_url", request.successUrl);
        size += member("cancel_url", request.cancelUrl) + member("webhook_url", request.webhookUrl);
        if (request.customerEmail != null) {
            size += OBJECT + "customer".length() + member("email", request.customerEmail);
        }
        if (!request.metadata.isEmpty()) {
            size += OBJECT + "metadata".length();
            for (Map.Entry<String, String> entry : request.metadata.entrySet()) {
                size += member(entry.getKey(), entry.getValue());
            }
        }
        return size;
    }

    /** The quotes, colon and comma of a member included. */
    private static int member(String name, @Nullable String text) {
        return text == null ? 0 : name.length() + text.length() + MEMBER;
    }

    private void writeOrder(JsonGenerator json) throws IOException {
        Money amount = Objects.requireNonNull(request.amount);
        writeText("order_id", request.orderId, json);
        writeText("amount", AmountRules.text(amount), json);
        writeText("currency", amount.currency(), json);
    }

    private void writeCustomer(JsonGenerator json) throws IOException {
        if (request.customerEmail != null) {
            json.writeObjectFieldStart("customer");
            json.writeStringField("email", request.customerEmail);
            json.writeEndObject();
        }
        if (!request.metadata.isEmpty()) {
            json.writeObjectFieldStart("metadata");
            for (Map.Entry<String, String> member : request.metadata.entrySet()) {
                json.writeStringField(member.getKey(), member.getValue());
            }
            json.writeEndObject();
        }
    }

    private static void writeText(String field, @Nullable String text, JsonGenerator json) throws IOException {
        if (text != null) {
            json.writeStringField(field, text);
        }
    }
}
