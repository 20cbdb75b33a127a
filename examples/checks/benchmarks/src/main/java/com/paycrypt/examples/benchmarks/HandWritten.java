package com.paycrypt.examples.benchmarks;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** The floor: the same call as a merchant would write it on OkHttp and databind, with no more than it needs to work. */
final class HandWritten {
    private static final MediaType JSON = MediaType.get("application/json");

    private final ObjectMapper mapper = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private final OkHttpClient http;
    private final String url;

    HandWritten(OkHttpClient http, String baseUrl) {
        this.http = http;
        this.url = baseUrl + "/api/v1/payment_sessions";
    }

    Session create(Order order) throws IOException {
        byte[] body = mapper.writeValueAsBytes(order);
        String timestamp = Long.toString(System.currentTimeMillis() / 1000);
        Request request = new Request.Builder()
                .url(url)
                .header("X-Paycrypt-Key", Subject.KEY)
                .header("X-Paycrypt-Timestamp", timestamp)
                .header("X-Paycrypt-Signature", sign(timestamp, body))
                .post(RequestBody.create(body, JSON))
                .build();
        try (Response response = http.newCall(request).execute()) {
            return mapper.readValue(response.body().bytes(), Session.class);
        }
    }

    static String sign(String timestamp, byte[] body) {
        return HexFormat.of().formatHex(signature(timestamp, body));
    }

    /** One delivery verified and parsed. */
    static JsonNode verify(String timestamp, byte[] body, String signature) throws IOException {
        if (!MessageDigest.isEqual(signature(timestamp, body), HexFormat.of().parseHex(signature))) {
            throw new IllegalStateException("the benchmark's own signature is wrong");
        }
        return new ObjectMapper().readTree(body);
    }

    private static byte[] signature(String timestamp, byte[] body) {
        Mac mac = mac();
        mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
        return mac.doFinal(body);
    }

    static Mac mac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Subject.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Order order() {
        Order order = new Order();
        order.order_id = Subject.ORDER_ID;
        order.amount = "49.00";
        order.currency = "USD";
        order.customer = Map.of("email", "buyer@example.com");
        order.metadata = Map.of("source", "merchant");
        order.success_url = "https://merchant.tld/success?oid=ORD-123";
        order.cancel_url = "https://merchant.tld/cancel?oid=ORD-123";
        order.webhook_url = "https://merchant.tld/api/paycrypt/webhook";
        return order;
    }

    /** What is sent; plain fields, which databind binds faster than records. */
    static final class Order {
        public String order_id;
        public String amount;
        public String currency;
        public Map<String, String> customer;
        public Map<String, String> metadata;
        public String success_url;
        public String cancel_url;
        public String webhook_url;
    }

    /** What is answered. */
    static final class Session {
        public String id;
        public String status;
        public String checkout_url;
        public long expires_at;
    }
}
