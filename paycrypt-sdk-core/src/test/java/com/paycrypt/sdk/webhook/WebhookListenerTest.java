package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.internal.webhook.DeliveryLog;
import com.paycrypt.sdk.webhook.WebhookRejectedException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@NullUnmarked
class WebhookListenerTest {
    private final Credentials credentials = Credentials.of("pk_1", "sk_secret_1");
    private final Credentials rotated = Credentials.of("pk_1", "sk_secret_2");
    private final Recorder heard = new Recorder();
    private final SignedWebhook delivery = sign(credentials, "payment.succeeded");

    @Test
    void everyDeliveryIsToldOf() {
        WebhookReceiver receiver = receiver(ReplayGuard.inMemory(), heard);

        WebhookDelivery first = open(receiver, delivery);
        open(receiver, delivery);
        first.succeeded();
        open(receiver, delivery);
        open(receiver, sign(rotated, "payment.failed")).failed(new IOException("no stock"));
        receiver.precheck("GET", delivery.headers()::get);

        assertThat(heard.news)
                .containsExactly(
                        "verified payment.succeeded 0",
                        "verified payment.succeeded 0",
                        "in progress payment.succeeded",
                        "handled payment.succeeded",
                        "verified payment.succeeded 0",
                        "repeated payment.succeeded",
                        "verified payment.failed 1",
                        "failed payment.failed no stock",
                        "rejected METHOD_NOT_ALLOWED");
    }

    @Test
    void onlyTheFirstOutcomeIsToldOf() {
        WebhookDelivery taken = open(receiver(ReplayGuard.inMemory(), heard), delivery);
        taken.succeeded();
        taken.succeeded();
        taken.failed(new IOException("late"));

        assertThat(heard.news).containsExactly("verified payment.succeeded 0", "handled payment.succeeded");
    }

    static Stream<Throwable> failures() {
        return Stream.of(new IllegalStateException("meter full"), new NoClassDefFoundError("Meter"), new Unprintable());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aListenerThatFailsChangesNothing(Throwable failure) {
        WebhookListener broken = () -> new WebhookObserver() {
            @Override
            public void verified(WebhookEvent event, int which) {
                if (failure instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) failure;
            }
        };
        try (LogLines log = new LogLines(Level.INFO)) {
            assertThat(open(receiver(ReplayGuard.inMemory(), broken), delivery).response())
                    .isEmpty();
            assertThat(log.at(Level.WARNING)).containsExactly("a WebhookListener failed; the delivery is not affected");
        }
    }

    @Test
    void aGuardThatCannotBeReachedIsAnswered503AndLoggedWithTheOrder() {
        try (LogLines log = new LogLines(Level.INFO)) {
            WebhookDelivery rejected = open(receiver(new BrokenGuard("claim"), heard), delivery);

            assertThat(rejected.response()).map(WebhookResponse::status).hasValue(503);
            assertThat(heard.news)
                    .containsExactly("verified payment.succeeded 0", "guard failed payment.succeeded claim");
            assertThat(log.at(Level.SEVERE))
                    .singleElement()
                    .asString()
                    .contains("LOST", "order=O-1\\u000a2", "session=ps_1", "type=payment.succeeded")
                    .doesNotContain("\n");
        }
    }

    @Test
    void whatWasHandledIsAnswered200ThoughTheGuardCannotRecordIt() {
        try (LogLines log = new LogLines(Level.INFO)) {
            WebhookDelivery taken = open(receiver(new BrokenGuard("confirm"), heard), delivery);

            assertThat(taken.succeeded().status()).isEqualTo(200);
            assertThat(heard.news).endsWith("guard failed payment.succeeded confirm", "handled payment.succeeded");
            assertThat(log.at(Level.SEVERE))
                    .singleElement()
                    .asString()
                    .contains("webhook handled, but the replay guard could not record it", "order=O-1");
        }
    }

    @Test
    void whatFailedIsAnswered500ThoughTheGuardCannotRecordIt() {
        try (LogLines log = new LogLines(Level.INFO)) {
            WebhookDelivery failed = open(receiver(new BrokenGuard("release"), heard), delivery);

            assertThat(failed.failed(new IOException("no stock")).status()).isEqualTo(500);
            assertThat(heard.news)
                    .endsWith("guard failed payment.succeeded release", "failed payment.succeeded no stock");
            assertThat(log.at(Level.SEVERE)).hasSize(2);
        }
    }

    @Test
    void whatAGuardKeepsIsAnswered200ThoughTheHandlerFailed() {
        try (LogLines log = new LogLines(Level.INFO)) {
            WebhookDelivery kept = open(receiver(new BrokenGuard("keeps"), heard), delivery);

            assertThat(kept.failed(new IOException("no stock")).status()).isEqualTo(200);
            assertThat(heard.news).endsWith("failed payment.succeeded no stock");
            assertThat(log.at(Level.SEVERE))
                    .singleElement()
                    .asString()
                    .contains("the delivery stays in the inbox", "order=O-1", "session=ps_1")
                    .doesNotContain("LOST");
        }
    }

    @Test
    void aHandlerThatOutlastsItsClaimIsWarnedOf() {
        try (LogLines log = new LogLines(Level.INFO)) {
            WebhookDelivery slow = open(receiver(new BrokenGuard("none"), heard), delivery);

            assertThat(slow.succeeded().status()).isEqualTo(200);
            assertThat(log.at(Level.WARNING))
                    .singleElement()
                    .asString()
                    .contains("only after its lease of 60 s", "order=O-1");
        }
    }

    @Test
    void aFailureIsOneLineWithTheOrderAndNeitherSecretNorSignature() {
        try (LogLines log = new LogLines(Level.INFO)) {
            Throwable cause = new IOException("no stock");
            open(receiver(ReplayGuard.inMemory(), heard), delivery).failed(cause);

            assertThat(log.thrown()).containsExactly(cause);
            assertThat(log.at(Level.SEVERE))
                    .singleElement()
                    .asString()
                    .contains("LOST, the handler failed", "order=O-1", "session=ps_1", "type=payment.succeeded")
                    .doesNotContain("sk_secret_1", signature());
        }
    }

    @Test
    void aFailureThatCannotBePrintedIsLoggedWithTheOrderAndItsPlaceAllTheSame() {
        Throwable cause = new IOException("no stock", new Unprintable());
        try (LogLines log = new LogLines(Level.INFO)) {
            WebhookDelivery taken = open(receiver(ReplayGuard.inMemory(), heard), delivery);

            assertThat(taken.failed(cause).status()).isEqualTo(500);
            assertThat(log.at(Level.SEVERE)).singleElement().asString().contains("LOST", "order=O-1");
            assertThat(log.thrown()).singleElement().satisfies(thrown -> {
                assertThat(thrown).hasMessage("java.io.IOException: no stock").hasNoCause();
                assertThat(thrown.getStackTrace()).isEqualTo(cause.getStackTrace());
            });
        }
    }

    @Test
    void rejectionsAreLoggedAtMostOnceASecondAndAllTold() {
        try (LogLines log = new LogLines(Level.INFO)) {
            WebhookReceiver receiver = receiver(ReplayGuard.inMemory(), heard);
            long start = System.nanoTime();
            for (int i = 0; i < 1000; i++) {
                receiver.precheck("POST", name -> null);
            }
            assertThat(log.at(Level.WARNING))
                    .hasSizeBetween(1, 2 + secondsSince(start))
                    .first()
                    .asString()
                    .contains("401 UNKNOWN_KEY");
            assertThat(heard.news).hasSize(1000).containsOnly("rejected UNKNOWN_KEY");
        }
    }

    private static int secondsSince(long nanos) {
        return (int) TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - nanos);
    }

    @Test
    void whatIsNotLoggedIsToldAllTheSame() {
        try (LogLines log = new LogLines(Level.SEVERE)) {
            receiver(ReplayGuard.inMemory(), heard).precheck("POST", name -> null);
            assertThat(log.at(Level.WARNING)).isEmpty();
            assertThat(heard.news).containsExactly("rejected UNKNOWN_KEY");
        }
    }

    @Test
    void whyASignatureIsWrongIsExplainedToDevelopersAtMostOnceASecond() {
        try (LogLines log = new LogLines(Level.FINE)) {
            WebhookReceiver receiver = receiver(ReplayGuard.inMemory(), heard);
            long start = System.nanoTime();
            for (int i = 0; i < 1000; i++) {
                receiver.accept("POST", delivery.headers()::get, body("other"));
            }
            assertThat(log.at(Level.FINE))
                    .hasSizeBetween(1, 2 + secondsSince(start))
                    .first()
                    .asString()
                    .contains("401 WRONG_SIGNATURE", "Cause: ")
                    .doesNotContain("sk_secret_1", signature());
        }
    }

    @Test
    void whyHeadersAreRejectedIsExplainedBeforeABodyIsRead() {
        try (LogLines log = new LogLines(Level.FINE)) {
            Map<String, List<String>> milliseconds = new HashMap<>(delivery.headers());
            milliseconds.computeIfPresent("X-Paycrypt-Timestamp", (name, seconds) -> List.of(seconds.get(0) + "000"));

            assertThat(receiver(ReplayGuard.inMemory(), heard).precheck("POST", milliseconds::get))
                    .isPresent();
            assertThat(log.at(Level.FINE))
                    .singleElement()
                    .asString()
                    .contains("400 MALFORMED_TIMESTAMP", "Cause: ", "milliseconds", "the body was not read")
                    .doesNotContain("sk_secret_1", signature());
        }
    }

    @Test
    void whatCannotBeExplainedIsRejectedAllTheSame() {
        try (LogLines log = new LogLines(Level.FINE)) {
            new DeliveryLog(System::nanoTime).diagnosed(0, () -> {
                throw new StackOverflowError("deep");
            });

            assertThat(log.at(Level.FINE))
                    .containsExactly("a rejected webhook cannot be diagnosed: java.lang.StackOverflowError: deep");
        }
    }

    @Test
    void nothingIsExplainedToStrangersNorForLargeBodiesNorWithoutDebug() {
        try (LogLines log = new LogLines(Level.FINE)) {
            Map<String, List<String>> stranger = new HashMap<>(delivery.headers());
            stranger.put("X-Paycrypt-Key", List.of("pk_2"));
            receiver(ReplayGuard.inMemory(), heard).accept("POST", stranger::get, body("other"));
            receiver(ReplayGuard.inMemory(), heard).accept("POST", delivery.headers()::get, new byte[(64 << 10) + 1]);
            assertThat(log.at(Level.FINE)).isEmpty();
            receiver(ReplayGuard.inMemory(), heard).accept("POST", delivery.headers()::get, new byte[64 << 10]);
            assertThat(log.at(Level.FINE)).hasSize(1);
        }
        try (LogLines log = new LogLines(Level.INFO)) {
            receiver(ReplayGuard.inMemory(), heard).accept("POST", delivery.headers()::get, body("other"));
            assertThat(log.at(Level.FINE)).isEmpty();
        }
    }

    @Test
    void aListenerNeedOverrideNothing() {
        WebhookListener silent = () -> new WebhookObserver() {};
        WebhookReceiver receiver = receiver(ReplayGuard.inMemory(), silent);

        WebhookDelivery first = open(receiver, delivery);
        open(receiver, delivery);
        first.succeeded();
        assertThat(open(receiver, delivery).response())
                .map(WebhookResponse::status)
                .hasValue(200);
        assertThat(open(receiver(new BrokenGuard("claim"), silent), delivery).response())
                .map(WebhookResponse::status)
                .hasValue(503);
        assertThat(open(receiver(ReplayGuard.inMemory(), silent), delivery)
                        .failed(new IOException("x"))
                        .status())
                .isEqualTo(500);
        assertThat(receiver.precheck("GET", delivery.headers()::get)).isPresent();
    }

    private String signature() {
        return delivery.headers().get("X-Paycrypt-Signature").get(0);
    }

    private WebhookReceiver receiver(ReplayGuard guard, WebhookListener listener) {
        return WebhookReceiver.builder(
                        WebhookVerifier.builder(credentials).alsoAccept(rotated).build())
                .replayGuard(guard)
                .listener(listener)
                .build();
    }

    private static WebhookDelivery open(WebhookReceiver receiver, SignedWebhook signed) {
        return receiver.accept("POST", signed.headers()::get, signed.body());
    }

    private static SignedWebhook sign(Credentials by, String type) {
        return WebhookSigner.of(by).sign(body(type));
    }

    private static byte[] body(String type) {
        return ("{\"type\":\"" + type + "\",\"data\":{\"order_id\":\"O-1\\n2\",\"payment_session_id\":\"ps_1\"}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A store whose driver is missing for one of its methods, and whose claims are always lost by the end. */
    private record BrokenGuard(String method) implements ReplayGuard {
        @Override
        public Claim claim(Ticket ticket) {
            fail("claim");
            return Claim.granted("1");
        }

        @Override
        public boolean confirm(Ticket ticket, String token) {
            fail("confirm");
            return false;
        }

        @Override
        public boolean release(Ticket ticket, String token, Throwable cause) {
            fail("release");
            return true;
        }

        @Override
        public boolean storesDeliveries() {
            return method.equals("keeps");
        }

        private void fail(String called) {
            if (called.equals(method)) {
                throw new NoClassDefFoundError(method);
            }
        }
    }

    /** Writes down what it is told. */
    private static final class Recorder implements WebhookListener, WebhookObserver {
        @Override
        public WebhookObserver started() {
            return this;
        }

        private final List<String> news = new ArrayList<>();

        @Override
        public void rejected(Reason reason) {
            news.add("rejected " + reason);
        }

        @Override
        public void verified(WebhookEvent event, int credentials) {
            news.add("verified " + event.type() + " " + credentials);
        }

        @Override
        public void repeated(WebhookEvent event) {
            news.add("repeated " + event.type());
        }

        @Override
        public void inProgress(WebhookEvent event) {
            news.add("in progress " + event.type());
        }

        @Override
        public void handled(WebhookEvent event) {
            news.add("handled " + event.type());
        }

        @Override
        public void failed(WebhookEvent event, Throwable cause) {
            news.add("failed " + event.type() + " " + cause.getMessage());
        }

        @Override
        public void guardFailed(WebhookEvent event, Throwable cause) {
            news.add("guard failed " + event.type() + " " + cause.getMessage());
        }
    }
}
