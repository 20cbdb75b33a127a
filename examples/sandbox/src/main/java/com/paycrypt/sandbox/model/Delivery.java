package com.paycrypt.sandbox.model;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One event on its way to one receiver, at one moment. Immutable: each attempt gives another.
 *
 * @param id its id in this sandbox, such as {@code d1}
 * @param sessionId the session it is about
 * @param orderId the merchant's order
 * @param type the event's type, such as {@code payment.succeeded}
 * @param url the receiver
 * @param body the event, exactly as it is sent
 * @param status how far it is
 * @param note why it was not sent, or which rule disturbs it, if either
 * @param attempts the attempts so far, oldest first; the last {@value #MAX_ATTEMPTS} of them
 * @param nextAttempt when it is tried next, if it is
 */
public record Delivery(
        String id,
        String sessionId,
        String orderId,
        String type,
        URI url,
        String body,
        Status status,
        Optional<String> note,
        List<Attempt> attempts,
        Optional<Instant> nextAttempt) {

    /** How many attempts are kept. */
    public static final int MAX_ATTEMPTS = 50;

    /** How far a delivery is. */
    public enum Status {
        /** Not tried yet, or being tried. */
        PENDING,
        /** The receiver answered 2xx. */
        DELIVERED,
        /** The last attempt failed; another is due later. */
        RETRYING,
        /** The last attempt failed and no other is due; it can be delivered again by hand. */
        FAILED,
        /** Not sent at all: the receiver is not on this machine, or a rule lost it. */
        NOT_SENT;

        /**
         * Returns the name used in pages and JSON.
         *
         * @return the name in lower case
         */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Copies the attempts.
     *
     * @param id its id in this sandbox, such as {@code d1}
     * @param sessionId the session it is about
     * @param orderId the merchant's order
     * @param type the event's type, such as {@code payment.succeeded}
     * @param url the receiver
     * @param body the event, exactly as it is sent
     * @param status how far it is
     * @param note why it was not sent, or which rule disturbs it, if either
     * @param attempts the attempts so far, oldest first; the last {@value #MAX_ATTEMPTS} of them
     * @param nextAttempt when it is tried next, if it is
     */
    public Delivery {
        int forgotten = Math.max(0, attempts.size() - MAX_ATTEMPTS);
        attempts = List.copyOf(attempts.subList(forgotten, attempts.size()));
    }
}
