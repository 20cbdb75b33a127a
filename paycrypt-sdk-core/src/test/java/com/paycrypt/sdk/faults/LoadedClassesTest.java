package com.paycrypt.sdk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How much of the SDK a fresh JVM loads for its first session and its first webhook: each class costs a start-up about half a millisecond. */
@Timeout(120)
class LoadedClassesTest {
    private static final int MAX_OF_CREATE = 50;
    private static final int MAX_OF_WEBHOOK = 40;
    private static final Pattern OURS =
            Pattern.compile("\\[class,load\\] (com\\.paycrypt\\.sdk\\.\\S+) source: \\S*target/classes");

    @Test
    void aFirstCreateLoadsFewClasses() throws Exception {
        try (FaultServer server = new FaultServer(Behaviours.creating())) {
            assertThat(loaded("ps_1", Create.class, server.url()))
                    .contains(PayCryptClient.class.getName())
                    .hasSizeLessThanOrEqualTo(MAX_OF_CREATE);
        }
    }

    @Test
    void aFirstWebhookLoadsFewClasses() throws Exception {
        byte[] body = "{\"type\":\"payment.succeeded\",\"data\":{\"order_id\":\"ORD-123\",\"status\":\"succeeded\"}}"
                .getBytes(StandardCharsets.UTF_8);
        long now = Instant.now().getEpochSecond();
        String signature = Credentials.of("pk_1", "sk_1").sign(now, body);

        assertThat(loaded(
                        "handled ORD-123",
                        Receive.class,
                        Long.toString(now),
                        signature,
                        new String(body, StandardCharsets.UTF_8)))
                .contains(WebhookReceiver.class.getName())
                .hasSizeLessThanOrEqualTo(MAX_OF_WEBHOOK);
    }

    /** The classes of the SDK, lambdas aside, that a program loads which ends by printing a result. */
    private static List<String> loaded(String result, Class<?> main, String... arguments) throws Exception {
        Process child = ChildJvm.start(List.of("-Xshare:off", "-Xlog:class+load:stdout"), main, arguments);
        String log = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(log).isZero();
        assertThat(log).contains(result);
        return OURS.matcher(log)
                .results()
                .map(match -> match.group(1))
                .filter(name -> !name.contains("$$Lambda"))
                .toList();
    }

    /** The program of a child that receives a webhook; it is signed elsewhere, since signing would be counted. */
    public static final class Receive {
        private Receive() {}

        public static void main(String[] args) {
            WebhookReceiver receiver = WebhookReceiver.builder(Credentials.of("pk_1", "sk_1"))
                    .handler(event -> System.out.println(
                            "handled " + event.payment().orderId().orElseThrow()))
                    .build();
            Map<String, List<String>> headers = Map.of(
                    "X-Paycrypt-Key", List.of("pk_1"),
                    "X-Paycrypt-Timestamp", List.of(args[0]),
                    "X-Paycrypt-Signature", List.of(args[1]));
            System.out.println(receiver.receive("POST", headers::get, args[2].getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** The program of the child. */
    public static final class Create {
        private Create() {}

        public static void main(String[] args) {
            try (PayCryptClient client = PayCryptClient.builder(args[0], Credentials.of("pk_1", "sk_1"))
                    .build()) {
                System.out.println(client.paymentSessions()
                        .create(PaymentSessionRequest.builder()
                                .orderId("ORD-123")
                                .amount("49.00", "USD")
                                .successUrl("https://merchant.tld/success")
                                .cancelUrl("https://merchant.tld/cancel")
                                .build())
                        .id());
            }
        }
    }
}
