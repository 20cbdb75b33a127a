package com.paycrypt.examples.benchmarks;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.webhook.SignatureStage;
import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookSigner;
import com.paycrypt.sdk.webhook.WebhookVerifier;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One delivery verified, with and without parsing, beside the same work written by hand. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WebhookBenchmark {
    private static final String START =
            "{\"type\": \"payment.confirmed\", \"id\": \"evt_17\", \"created\": 1723650000, \"data\":"
                    + " {\"object\": {\"id\": \"ps_abcd1234ef56\", \"order_id\": \"ORD-123\", \"status\": \"completed\","
                    + " \"fiat_amount\": 49.0, \"fiat_currency\": \"USD\", \"customer_email\": \"buyer@example.com\","
                    + " \"tx_hash\": \"0xabcdef\", \"metadata\": {\"source\": \"merchant\", \"note\": \"";
    private static final String END = "\"}}}}";

    @Param({"350", "4096", "65536", "1048576"})
    int bytes;

    private final Credentials credentials = Credentials.of(Subject.KEY, Subject.SECRET);
    private final WebhookVerifier verifier = WebhookVerifier.of(credentials);
    private final SignatureStage stage = new SignatureStage(credentials);
    private final Mac mac = HandWritten.mac();
    private final MessageDigest[] states = keyedStates();
    private final ObjectReader reader = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(Event.class);
    private byte[] body = {};
    private Map<String, List<String>> headers = Map.of();
    private String timestamp = "";
    private String signature = "";

    @Setup
    public void sign() {
        body = (START + "x".repeat(bytes - START.length() - END.length()) + END).getBytes(StandardCharsets.UTF_8);
        SignedWebhook delivery = WebhookSigner.of(credentials).sign(body);
        headers = new HashMap<>(delivery.headers());
        timestamp = headers.get("X-Paycrypt-Timestamp").get(0);
        signature = headers.get("X-Paycrypt-Signature").get(0);
    }

    /** The floor: one Mac that a single thread uses again and again. */
    @Benchmark
    public boolean floor() {
        return MessageDigest.isEqual(macOfBody(), HexFormat.of().parseHex(signature));
    }

    /** Two digest states with the key mixed in, cloned per call. */
    @Benchmark
    public boolean clonedStates() throws CloneNotSupportedException, DigestException {
        MessageDigest inner = (MessageDigest) states[0].clone();
        inner.update(timestamp.getBytes(StandardCharsets.US_ASCII));
        inner.update((byte) '.');
        inner.update(body);
        MessageDigest outer = (MessageDigest) states[1].clone();
        return MessageDigest.isEqual(
                outer.digest(inner.digest()), HexFormat.of().parseHex(signature));
    }

    /** The SDK's signature stage: headers under both spellings, key, clock and window, signature. */
    @Benchmark
    public int sdkSignature() {
        return stage.pass(headers::get, body);
    }

    @Benchmark
    public Event macAndDatabind() throws IOException {
        if (!MessageDigest.isEqual(macOfBody(), HexFormat.of().parseHex(signature))) {
            throw new IllegalStateException("the benchmark's own signature is wrong");
        }
        return reader.readValue(body);
    }

    /** The whole: a verified event. Runs must end within the five minutes of a signature. */
    @Benchmark
    public WebhookEvent sdkVerify() {
        return verifier.verify(headers::get, body);
    }

    private byte[] macOfBody() {
        mac.update(timestamp.getBytes(StandardCharsets.US_ASCII));
        mac.update((byte) '.');
        return mac.doFinal(body);
    }

    private static MessageDigest[] keyedStates() {
        byte[] key = Subject.SECRET.getBytes(StandardCharsets.UTF_8);
        return new MessageDigest[] {keyed(key, 0x36), keyed(key, 0x5c)};
    }

    private static MessageDigest keyed(byte[] key, int pad) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int i = 0; i < 64; i++) {
                digest.update((byte) ((i < key.length ? key[i] : 0) ^ pad));
            }
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a merchant would bind the event to. */
    public record Event(String type, String id, long created, Data data) {}

    /** Its data. */
    public record Data(Payment object) {}

    /** Its payment. */
    public record Payment(
            String id,
            String order_id,
            String status,
            BigDecimal fiat_amount,
            String fiat_currency,
            Map<String, String> metadata) {}
}
