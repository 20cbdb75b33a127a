package com.paycrypt.sdk.spring.observation;

import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookRejectedException.Reason;
import io.micrometer.observation.Observation;
import java.util.Optional;

/**
 * A delivery that is observed: one that came in, from its verification to its outcome, or a stored one that is processed
 * again. Its error is what the application's code failed with, or the replay guard.
 *
 * <p>Safe for use by any number of threads.
 */
public final class WebhookObservationContext extends Observation.Context {
    /** Whether a delivery came in, or was stored before. */
    public enum Source {
        /** It came in, as a request. */
        REQUEST,
        /** It was stored, and is processed again. */
        INBOX
    }

    /** What became of a delivery. */
    public enum Verdict {
        /** It is not known yet, or its key could not be looked up. */
        NONE,
        /** It was rejected. */
        REJECTED,
        /** It is a copy of one that is handled. */
        REPEATED,
        /** It is a copy of one that is being handled. */
        IN_PROGRESS,
        /** It is stored, and workers handle it. */
        STORED,
        /** The application's code handled it. */
        HANDLED,
        /** The application's code handled it, and the replay guard could not record that: it may be handled again. */
        UNRECORDED,
        /** The application's code failed. */
        FAILED,
        /** The replay guard could not claim it. */
        GUARD_FAILED
    }

    private final Source source;

    /**
     * Creates the context of a delivery, as the SDK does, and as tests of a convention may. What is put under
     * {@code WebhookEvent.class}, {@code Verdict.class} and {@code Reason.class} is its event, verdict and reason.
     *
     * @param source where the delivery is from
     */
    public WebhookObservationContext(Source source) {
        this.source = source;
    }

    /**
     * Returns whether it came in, or was stored before.
     *
     * @return where the delivery is from
     */
    public Source source() {
        return source;
    }

    /**
     * Returns the event.
     *
     * @return the event, or empty if the delivery is not verified
     */
    public Optional<WebhookEvent> event() {
        return Optional.ofNullable(get(WebhookEvent.class));
    }

    /**
     * Returns what became of it.
     *
     * @return the verdict, so far
     */
    public Verdict verdict() {
        return getOrDefault(Verdict.class, Verdict.NONE);
    }

    /**
     * Returns why it was rejected.
     *
     * @return the reason, or empty if it was not
     */
    public Optional<Reason> reason() {
        return Optional.ofNullable(get(Reason.class));
    }

    /**
     * Returns which credentials signed it, among all that are accepted: shows when an old secret is no longer in use.
     *
     * @return the index from 0, or empty if it is not known
     */
    public Optional<Integer> credentials() {
        return Optional.ofNullable(get(Integer.class));
    }
}
