package com.paycrypt.examples.benchmarks.tomcat;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookSigner;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Genuine deliveries, no two the same, as they are written on a socket. */
final class SignedRequests {
    private final WebhookSigner signer;
    private final String path;

    SignedRequests(Credentials credentials, String path) {
        this.signer = WebhookSigner.of(credentials);
        this.path = path;
    }

    List<byte[]> make(int size, int count) {
        return Stream.generate(() -> request(signer.sign(body(size))))
                .limit(count)
                .toList();
    }

    private static byte[] body(int size) {
        String start = "{\"type\":\"payment.succeeded\",\"id\":\"evt_" + UUID.randomUUID()
                + "\",\"data\":{\"object\":{\"order_id\":\"ORD-123\",\"fiat_amount\":\"49.00\",\"note\":\"";
        String end = "\"}}}";
        return (start + "x".repeat(size - start.length() - end.length()) + end).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] request(SignedWebhook delivery) {
        StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        delivery.headers().forEach((name, values) -> head.append(name + ": " + values.get(0) + "\r\n"));
        head.append("Content-Type: application/json\r\nContent-Length: " + delivery.body().length + "\r\n\r\n");
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(delivery.body());
        return request.toByteArray();
    }
}
