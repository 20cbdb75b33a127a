package com.paycrypt.sdk.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A checked payment session request as JSON, in the order of the API guide; what is not set is absent.
 *
 * @param orderId the shop's id of the order
 * @param amount the amount as it is spelled on the wire
 * @param currency the currency's code
 * @param customerEmail the customer's address
 * @param metadata JSON values by name
 * @param successUrl where the customer goes after paying
 * @param cancelUrl where the customer goes after giving up
 * @param webhookUrl where webhooks are delivered
 */
public record SessionRequestJson(
        String orderId,
        String amount,
        String currency,
        @Nullable String customerEmail,
        Map<String, Object> metadata,
        String successUrl,
        String cancelUrl,
        @Nullable String webhookUrl) {
    /** Returns the body to sign and send, in UTF-8. */
    public byte[] bytes() {
        return Json.write(this::write);
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("order_id", orderId);
        json.writeStringField("amount", amount);
        json.writeStringField("currency", currency);
        writeCustomer(json);
        writeMetadata(json);
        json.writeStringField("success_url", successUrl);
        json.writeStringField("cancel_url", cancelUrl);
        if (webhookUrl != null) {
            json.writeStringField("webhook_url", webhookUrl);
        }
        json.writeEndObject();
    }

    private void writeCustomer(JsonGenerator json) throws IOException {
        if (customerEmail != null) {
            json.writeObjectFieldStart("customer");
            json.writeStringField("email", customerEmail);
            json.writeEndObject();
        }
    }

    private void writeMetadata(JsonGenerator json) throws IOException {
        if (!metadata.isEmpty()) {
            json.writeFieldName("metadata");
            JsonValues.write(metadata, json);
        }
    }
}
