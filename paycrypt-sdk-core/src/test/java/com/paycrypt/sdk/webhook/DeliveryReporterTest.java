package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.internal.webhook.DeliveryLog;
import com.paycrypt.sdk.webhook.WebhookRejectedException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each outcome of a delivery, as an observer and a reader of the log learn it. */
class DeliveryReporterTest {
    private final List<String> told = new ArrayList<>();
    private final WebhookEvent event = event();

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void anObserverIsToldTheOutcomeAndThenOnceThatItEnded(Outcome outcome) {
        errorsOf(outcome);

        assertThat(told).containsExactlyElementsOf(outcome.told);
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"LOST", "KEPT", "EXHAUSTED", "ABANDONED", "UNAVAILABLE"})
    void whatNeedsAPersonIsAnErrorThatNamesTheOrder(Outcome outcome) {
        assertThat(errorsOf(outcome)).singleElement().asString().contains("order=O-1", "session=ps_1");
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"EXHAUSTED", "ABANDONED"})
    void whatIsExhaustedIsNamedByItsDigestToo(Outcome outcome) {
        assertThat(errorsOf(outcome)).singleElement().asString().contains("EXHAUSTED", event.digest());
    }

    private List<String> errorsOf(Outcome outcome) {
        DeliveryLog log = new DeliveryLog(System::nanoTime);
        try (LogLines lines = new LogLines(Level.INFO)) {
            outcome.report.accept(DeliveryReporter.started(log, List.of(() -> new RecordingObserver(told))), event);
            return lines.at(Level.SEVERE);
        }
    }

    private static WebhookEvent event() {
        Credentials credentials = Credentials.of("pk_1", "sk_1");
        SignedWebhook signed = WebhookSigner.of(credentials)
                .sign("{\"type\":\"payment.succeeded\",\"data\":{\"order_id\":\"O-1\",\"payment_session_id\":\"ps_1\"}}"
                        .getBytes(StandardCharsets.UTF_8));
        return WebhookVerifier.builder(credentials).build().verify(signed.headers()::get, signed.body());
    }

    /** An outcome, how it is reported, and what an observer is told. */
    enum Outcome {
        REJECTED(
                (to, event) -> to.rejected(
                        new WebhookRejectedException(Reason.UNKNOWN_KEY, "not one of ours"), 0, () -> "explained"),
                "rejected"),
        UNRESOLVED((to, event) -> to.unresolved(new IllegalStateException("vault sealed"))),
        REPEATED(DeliveryReporter::repeated, "repeated"),
        IN_PROGRESS(DeliveryReporter::inProgress, "inProgress"),
        STORED(DeliveryReporter::stored, "stored"),
        HANDLED(DeliveryReporter::handled, "handled"),
        LOST((to, event) -> to.lost(event, new IOException("no stock")), "failed"),
        KEPT((to, event) -> to.kept(event, new IOException("no stock")), "failed"),
        EXHAUSTED((to, event) -> to.exhausted(event, new IOException("no stock")), "failed"),
        ABANDONED(DeliveryReporter::abandoned, "failed"),
        UNAVAILABLE((to, event) -> to.unavailable(event, new IOException("no stock")), "guardFailed");

        private final BiConsumer<DeliveryReporter, WebhookEvent> report;
        private final List<String> told;

        Outcome(BiConsumer<DeliveryReporter, WebhookEvent> report, String... told) {
            this.report = report;
            this.told = new ArrayList<>(List.of(told));
            this.told.add("ended");
        }
    }
}
