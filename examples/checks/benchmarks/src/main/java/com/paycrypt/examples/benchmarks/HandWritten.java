package com.paycrypt.examples.benchmarks;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * The floor: the same call as a merchant would write it at best on OkHttp and databind. The URL is parsed once, a Mac is kept per
 * thread, reader and writer are reused, and one call timeout of OkHttp's takes the place of its read and write timeouts.
 */
final class HandWritten {
    private static final MediaType JSON = MediaType.get("application/json");

    private static final String PATH = "/api/v1/payment_sessions";
    private static final int IDLE_CONNECTIONS = 64;

    private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(HandWritten::mac);
    private final ObjectWriter writer;
    private final ObjectReader reader;
    private final OkHttpClient http;
    private final HttpUrl url;

    HandWritten(OkHttpClient http, String baseUrl) {
        ObjectMapper mapper = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.writer = mapper.writerFor(Order.class);
        this.reader = mapper.readerFor(Session.class);
        this.http = http;
        this.url = HttpUrl.get(baseUrl + PATH);
    }

    /** A client with as many idle connections and the same time limits as the SDK's. */
    static OkHttpClient client() {
        return new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 5, TimeUnit.MINUTES))
                .connectTimeout(5, TimeUnit.SECONDS)
                .callTimeout(15, TimeUnit.SECONDS)
                .readTimeout(0, TimeUnit.SECONDS)
                .writeTimeout(0, TimeUnit.SECONDS)
                .build();
    }

    Session create(Order order) throws IOException {
        byte[] body = writer.writeValueAsBytes(order);
        String timestamp = Long.toString(System.currentTimeMillis() / 1000);
        Mac mac = macs.get();
        mac.update((timestamp + ".").getBytes(StandardCharsets.ISO_8859_1));
        Request request = new Request.Builder()
                .url(url)
                .header("X-Paycrypt-Key", Subject.KEY)
                .header("X-Paycrypt-Timestamp", timestamp)
                .header("X-Paycrypt-Signature", HexFormat.of().formatHex(mac.doFinal(body)))
                .post(RequestBody.create(body, JSON))
                .build();
        try (Response response = http.newCall(request).execute()) {
            return reader.readValue(response.body().bytes());
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

    /** What the server responds. */
    static final class Session {
        public String id;
        public String status;
        public String checkout_url;
        public long expires_at;
    }
}
