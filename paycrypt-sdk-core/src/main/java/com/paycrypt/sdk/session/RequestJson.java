package com.paycrypt.sdk.session;

import com.fasterxml.jackson.core.JsonGenerator;
import com.paycrypt.sdk.internal.json.Json;
import com.paycrypt.sdk.money.Money;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes a checked request in the order of the API guide; what is not set is absent. */
final class RequestJson {
    private RequestJson() {}

    static byte[] write(PaymentSessionRequest.Builder request) {
        return Json.write(json -> {
            json.writeStartObject();
            writeOrder(request, json);
            writeCustomer(request, json);
            writeText("success_url", request.successUrl, json);
            writeText("cancel_url", request.cancelUrl, json);
            writeText("webhook_url", request.webhookUrl, json);
            json.writeEndObject();
        });
    }

    private static void writeOrder(PaymentSessionRequest.Builder request, JsonGenerator json) throws IOException {
        Money amount = Objects.requireNonNull(request.amount);
        writeText("order_id", request.orderId, json);
        writeText("amount", AmountRules.text(amount), json);
        writeText("currency", amount.currency(), json);
    }

    private static void writeCustomer(PaymentSessionRequest.Builder request, JsonGenerator json) throws IOException {
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
