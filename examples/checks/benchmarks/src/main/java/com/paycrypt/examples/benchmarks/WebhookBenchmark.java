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
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;

/** One delivery verified, with and without parsing, beside the same work by hand with one Mac that is used again and again. */
final class WebhookBenchmark {
    private static final int[] SIZES = {350, 4_096, 65_536, 1_048_576};
    private static final String START =
            "{\"type\": \"payment.confirmed\", \"id\": \"evt_17\", \"created\": 1723650000, \"data\":"
                    + " {\"object\": {\"id\": \"ps_abcd1234ef56\", \"order_id\": \"ORD-123\", \"status\": \"completed\","
                    + " \"fiat_amount\": 49.0, \"fiat_currency\": \"USD\", \"customer_email\": \"buyer@example.com\","
                    + " \"tx_hash\": \"0xabcdef\", \"metadata\": {\"source\": \"merchant\", \"note\": \"";
    private static final String END = "\"}}}}";

    private final Credentials credentials = Credentials.of(Subject.KEY, Subject.SECRET);
    private final WebhookVerifier verifier = WebhookVerifier.of(credentials);
    private final SignatureStage stage = new SignatureStage(credentials);
    private final Mac mac = HandWritten.mac();
    private final ObjectReader reader = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(Event.class);
    private final byte[] body;
    private final Map<String, List<String>> headers;
    private final String timestamp;
    private final String signature;

    /** Signs a delivery, which must be compared within its five minutes. */
    private WebhookBenchmark(int size) {
        body = (START + "x".repeat(size - START.length() - END.length()) + END).getBytes(StandardCharsets.UTF_8);
        SignedWebhook delivery = WebhookSigner.of(credentials).sign(body);
        headers = new HashMap<>(delivery.headers());
        timestamp = headers.get("X-Paycrypt-Timestamp").get(0);
        signature = headers.get("X-Paycrypt-Signature").get(0);
    }

    static void run() throws Exception {
        for (int size : SIZES) {
            WebhookBenchmark first = new WebhookBenchmark(size);
            Turns.compare("signature of " + size + " B", size, first::signatureByHand, first::signatureBySdk);
            WebhookBenchmark second = new WebhookBenchmark(size);
            Turns.compare("event of " + size + " B", size, second::eventByHand, second::eventBySdk);
        }
    }

    private boolean signatureByHand() {
        mac.update(timestamp.getBytes(StandardCharsets.US_ASCII));
        mac.update((byte) '.');
        return MessageDigest.isEqual(mac.doFinal(body), HexFormat.of().parseHex(signature));
    }

    /** Headers under both spellings, key, clock and window, signature. */
    private int signatureBySdk() {
        return stage.pass(headers::get, body);
    }

    private Event eventByHand() throws IOException {
        if (!signatureByHand()) {
            throw new IllegalStateException("the benchmark's own signature is wrong");
        }
        return reader.readValue(body);
    }

    private WebhookEvent eventBySdk() {
        return verifier.verify(headers::get, body);
    }

    /** What a merchant would bind the event to. */
    record Event(String type, String id, long created, Data data) {}

    /** Its data. */
    record Data(Payment object) {}

    /** Its payment. */
    record Payment(
            String id,
            String order_id,
            String status,
            BigDecimal fiat_amount,
            String fiat_currency,
            Map<String, String> metadata) {}
}
