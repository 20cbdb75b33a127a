package com.paycrypt.sandbox.delivery;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one receiver, at one moment. Immutable: each attempt gives another.
 *
 * @param id its id in this sandbox, such as {@code d1}
 * @param sessionId the session it is about
 * @param orderId the merchant's order
 * @param type the event's type, such as {@code payment.succeeded}
 * @param url the receiver
 * @param body the event, exactly as it is sent
 * @param status where it stands
 * @param attempts every attempt so far, oldest first
 * @param nextAttempt when it is tried again, or {@code null} if it is not
 */
public record Delivery(
        String id,
        String sessionId,
        String orderId,
        String type,
        URI url,
        String body,
        Status status,
        List<Attempt> attempts,
        @Nullable Instant nextAttempt) {

    /** Where a delivery stands. */
    public enum Status {
        /** Not tried yet, or being tried. */
        PENDING,
        /** The receiver answered 2xx. */
        DELIVERED,
        /** The last attempt failed; another is due later. */
        RETRYING,
        /** Every attempt failed; it can still be delivered again by hand. */
        FAILED;

        /**
         * The name in pages and JSON.
         *
         * @return the name in lower case
         */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Copies the attempts. */
    public Delivery {
        attempts = List.copyOf(attempts);
    }

    Delivery due(Instant when) {
        return new Delivery(id, sessionId, orderId, type, url, body, Status.PENDING, attempts, when);
    }

    Delivery after(Attempt attempt, @Nullable Instant retry) {
        List<Attempt> more = new ArrayList<>(attempts);
        more.add(attempt);
        Status reached = attempt.succeeded() ? Status.DELIVERED : retry == null ? Status.FAILED : Status.RETRYING;
        return new Delivery(id, sessionId, orderId, type, url, body, reached, more, retry);
    }
}
