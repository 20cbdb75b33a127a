package com.paycrypt.sdk.spring.internal.observation;

import com.paycrypt.sdk.spring.internal.webhook.AroundHandler;
import com.paycrypt.sdk.spring.internal.webhook.ObservedDeliveries;
import com.paycrypt.sdk.spring.observation.WebhookObservationContext;
import com.paycrypt.sdk.spring.observation.WebhookObservationContext.Source;
import com.paycrypt.sdk.spring.observation.WebhookObservationContext.Verdict;
import com.paycrypt.sdk.spring.observation.WebhookObservationConvention;
import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookHandler;
import com.paycrypt.sdk.webhook.WebhookListener;
import com.paycrypt.sdk.webhook.WebhookObserver;
import com.paycrypt.sdk.webhook.WebhookRejectedException.Reason;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Makes each delivery an observation, and each time that a stored one is processed again, which belongs to the trace of the
 * first if that was received by this process not long ago.
 */
public final class DeliveryObservations implements ObservedDeliveries {
    private static final WebhookObservationConvention DEFAULT = new WebhookObservationConvention() {};

    private final ObservationRegistry observations;
    private final @Nullable WebhookObservationConvention convention;
    private final FirstObservations first = new FirstObservations();

    /**
     * Observes by a registry.
     *
     * @param observations the application's registry
     * @param convention the application's own, if it has one
     */
    public DeliveryObservations(ObservationRegistry observations, @Nullable WebhookObservationConvention convention) {
        this.observations = observations;
        this.convention = convention;
    }

    @Override
    public WebhookListener received() {
        return () ->
                new Delivery(of(new WebhookObservationContext(Source.REQUEST)).start());
    }

    @Override
    public AroundHandler processed() {
        return this::process;
    }

    /** What the application's code does is observed within. */
    private void process(WebhookEvent event, WebhookHandler handler) throws Exception {
        WebhookObservationContext context = new WebhookObservationContext(Source.INBOX);
        context.put(WebhookEvent.class, event);
        context.put(Verdict.class, Verdict.FAILED);
        Observation observation = of(context);
        Observation parent = first.of(event);
        if (parent != null) {
            observation.parentObservation(parent);
        }
        observation.observeChecked(() -> {
            handler.handle(event);
            context.put(Verdict.class, Verdict.HANDLED);
            first.forget(event);
        });
    }

    private Observation of(WebhookObservationContext context) {
        return Observation.createNotStarted(convention, DEFAULT, () -> context, observations);
    }

    /** One delivery that came in. */
    private final class Delivery implements WebhookObserver {
        private final Observation observation;

        private Delivery(Observation observation) {
            this.observation = observation;
        }

        private void is(Verdict verdict) {
            observation.getContext().put(Verdict.class, verdict);
        }

        @Override
        public void rejected(Reason reason) {
            observation.getContext().put(Reason.class, reason);
            is(Verdict.REJECTED);
        }

        @Override
        public void verified(WebhookEvent event, int credentials) {
            observation.getContext().put(WebhookEvent.class, event).put(Integer.class, credentials);
        }

        @Override
        public void repeated(WebhookEvent event) {
            is(Verdict.REPEATED);
        }

        @Override
        public void inProgress(WebhookEvent event) {
            is(Verdict.IN_PROGRESS);
        }

        @Override
        public void stored(WebhookEvent event) {
            is(Verdict.STORED);
            first.keep(event, observation);
        }

        /** Recording comes before the outcome is told. */
        @Override
        public void handled(WebhookEvent event) {
            boolean unrecorded = observation.getContext().get(Verdict.class) == Verdict.GUARD_FAILED;
            is(unrecorded ? Verdict.UNRECORDED : Verdict.HANDLED);
        }

        @Override
        public void failed(WebhookEvent event, Throwable cause) {
            is(Verdict.FAILED);
            observation.error(cause);
            first.keep(event, observation);
        }

        @Override
        public void guardFailed(WebhookEvent event, Throwable cause) {
            is(Verdict.GUARD_FAILED);
            observation.error(cause);
        }

        @Override
        public void ended() {
            observation.stop();
        }
    }
}
