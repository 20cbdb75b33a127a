package com.paycrypt.sdk.spring.internal.observation;

import com.paycrypt.sdk.call.CallInfo;
import com.paycrypt.sdk.call.CallListener;
import com.paycrypt.sdk.call.CallObserver;
import com.paycrypt.sdk.call.CallObserver.AttemptInfo;
import com.paycrypt.sdk.error.PayCryptException;
import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookListener;
import com.paycrypt.sdk.webhook.WebhookObserver;
import com.paycrypt.sdk.webhook.WebhookRejectedException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times calls and deliveries. Tags come from short closed lists: nothing that a sender or a customer writes,
 * no id and no secret becomes one.
 */
public final class MeterListener implements CallListener, WebhookListener, WebhookObserver {
    private static final String DELIVERIES = "paycrypt.webhook.deliveries";

    private final MeterRegistry meters;
    private final AtomicLong clockOffset = new AtomicLong();

    public MeterListener(MeterRegistry meters) {
        this.meters = meters;
        meters.gauge("paycrypt.client.clock.offset.seconds", clockOffset);
    }

    @Override
    public CallObserver started(CallInfo call) {
        return new Call(call.operation(), Timer.start(meters));
    }

    /** Counters need no observer for each delivery. */
    @Override
    public WebhookObserver started() {
        return this;
    }

    @Override
    public void rejected(WebhookRejectedException.Reason reason) {
        delivery("rejected", reason.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public void verified(WebhookEvent event, int credentials) {
        meters.counter("paycrypt.webhook.verified", "credentials", Integer.toString(credentials))
                .increment();
    }

    @Override
    public void repeated(WebhookEvent event) {
        delivery("repeated", "none");
    }

    @Override
    public void inProgress(WebhookEvent event) {
        delivery("in_progress", "none");
    }

    @Override
    public void handled(WebhookEvent event) {
        delivery("handled", "none");
    }

    @Override
    public void failed(WebhookEvent event, Throwable cause) {
        delivery("failed", "none");
    }

    @Override
    public void guardFailed(WebhookEvent event, Throwable cause) {
        delivery("guard_failed", "none");
    }

    private void delivery(String verdict, String reason) {
        meters.counter(DELIVERIES, "verdict", verdict, "reason", reason).increment();
    }

    /** One call. */
    private final class Call implements CallObserver {
        private final String operation;
        private final Timer.Sample sample;

        private Call(String operation, Timer.Sample sample) {
            this.operation = operation;
            this.sample = sample;
        }

        @Override
        public void attempted(AttemptInfo attempt) {
            String status = attempt.status() == 0 ? "none" : Integer.toString(attempt.status());
            meters.timer(
                            "paycrypt.client.attempts",
                            "operation",
                            operation,
                            "result",
                            attempt.result(),
                            "status",
                            status)
                    .record(attempt.took());
        }

        @Override
        public void clockCorrected(Duration offset) {
            clockOffset.set(offset.toSeconds());
        }

        @Override
        public void ended(@Nullable RuntimeException failure) {
            sample.stop(meters.timer("paycrypt.client.calls", "operation", operation, "outcome", outcome(failure)));
        }
    }

    public static String outcome(@Nullable RuntimeException failure) {
        if (failure == null) {
            return "ok";
        }
        return failure instanceof PayCryptException known
                ? known.outcome().name().toLowerCase(Locale.ROOT)
                : "cancelled";
    }
}
