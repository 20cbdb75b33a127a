package com.paycrypt.sdk.spring.internal.observation;

import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookInbox;
import com.paycrypt.sdk.webhook.WebhookInbox.PendingDelivery;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** The actuator's endpoint {@code paycryptinbox}: what is not handled, to be retried or discarded. It shows no body. */
@Endpoint(id = "paycryptinbox")
public final class InboxEndpoint {
    private final Map<String, WebhookInbox> inboxes;

    /**
     * An endpoint of inboxes.
     *
     * @param inboxes the inboxes by merchant
     */
    public InboxEndpoint(Map<String, WebhookInbox> inboxes) {
        this.inboxes = inboxes;
    }

    /**
     * Lists what is not handled.
     *
     * @return the inboxes by merchant
     */
    @ReadOperation
    public Map<String, Contents> contents() {
        Map<String, Contents> all = new LinkedHashMap<>();
        inboxes.forEach((merchant, inbox) -> all.put(merchant, Contents.of(inbox)));
        return all;
    }

    /**
     * Makes a delivery due at once.
     *
     * @param digest the delivery
     * @return whether it was done
     */
    @WriteOperation
    public Done retry(@Selector String digest) {
        return new Done(inboxes.values().stream().anyMatch(inbox -> inbox.retry(digest)));
    }

    /**
     * Closes a delivery that was dealt with by hand.
     *
     * @param digest the delivery
     * @return whether it was done
     */
    @DeleteOperation
    public Done discard(@Selector String digest) {
        return new Done(inboxes.values().stream().anyMatch(inbox -> inbox.discard(digest)));
    }

    /**
     * Whether an operation was done.
     *
     * @param done false if the delivery is handled, in progress or unknown
     */
    public record Done(boolean done) {}

    /**
     * What an inbox holds that is not handled.
     *
     * @param pending the number of deliveries that are not handled yet
     * @param exhausted the number of those whose attempts are used up
     * @param oldestPending the age of the oldest
     * @param deliveries what is not in progress, up to 1000
     */
    public record Contents(
            long pending, long exhausted, @Nullable String oldestPending, List<Delivery> deliveries) {
        static Contents of(WebhookInbox inbox) {
            WebhookInbox.Stats stats = inbox.stats();
            return new Contents(
                    stats.pending(),
                    stats.exhausted(),
                    stats.oldestPending().map(Duration::toString).orElse(null),
                    inbox.pending().stream().map(Delivery::of).toList());
        }
    }

    /**
     * A delivery without its body.
     *
     * @param digest identifies it
     * @param type the type of its event
     * @param order the id of the order
     * @param session the id of the payment session
     * @param attempts the number of attempts
     * @param receivedAt when it was stored
     * @param nextAttempt when it is due, or null if it is exhausted
     * @param lastError how the last attempt failed
     */
    public record Delivery(
            String digest,
            @Nullable String type,
            @Nullable String order,
            @Nullable String session,
            int attempts,
            String receivedAt,
            @Nullable String nextAttempt,
            @Nullable String lastError) {
        static Delivery of(PendingDelivery delivery) {
            WebhookEvent event = event(delivery);
            return new Delivery(
                    delivery.digest(),
                    event == null ? null : event.type(),
                    event == null ? null : event.payment().orderId().orElse(null),
                    event == null ? null : event.payment().sessionId().orElse(null),
                    delivery.attempts(),
                    delivery.receivedAt().toString(),
                    delivery.nextAttempt().map(Instant::toString).orElse(null),
                    delivery.lastError().orElse(null));
        }

        /** A stored body that was changed is no event any more, and the delivery is there to be discarded. */
        private static @Nullable WebhookEvent event(PendingDelivery delivery) {
            try {
                return delivery.event();
            } catch (IllegalStateException changed) {
                return null;
            }
        }
    }
}
