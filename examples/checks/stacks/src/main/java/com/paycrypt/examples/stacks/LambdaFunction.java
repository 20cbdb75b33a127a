package com.paycrypt.examples.stacks;

import com.paycrypt.sdk.webhook.WebhookReceiver;
import com.paycrypt.sdk.webhook.WebhookResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A function behind a gateway, such as AWS Lambda with an HTTP API: one value by lower-case name, the body as a text. */
final class LambdaFunction {
    private final WebhookReceiver receiver;

    LambdaFunction(WebhookReceiver receiver) {
        this.receiver = receiver;
    }

    // region lambda
    Map<String, Object> handleRequest(
            String method, Map<String, String> headers, String body, boolean isBase64Encoded) {
        byte[] bytes = isBase64Encoded ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
        WebhookResponse response = receiver.receive(
                method,
                name -> {
                    String value = headers.get(name);
                    return value == null ? null : List.of(value);
                },
                bytes);
        return Map.of(
                "statusCode", response.status(),
                "headers", response.headers(),
                "body", new String(response.body(), StandardCharsets.UTF_8));
    }
    // endregion
}
