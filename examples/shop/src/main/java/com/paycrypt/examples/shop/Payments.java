package com.paycrypt.examples.shop;

import com.paycrypt.sdk.webhook.Payment;
import com.paycrypt.sdk.webhook.WebhookEvent;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Handles verified events: the only place where an order becomes paid.
 *
 * <p>It belongs in the transaction that also records the delivery as handled, so that all of it is there once or not at
 * all. It does not look at the id of the event: PayCrypt's {@code payment.pending} and {@code payment.confirmed} share one.
 */
public final class Payments {
    private static final System.Logger LOG = System.getLogger(Payments.class.getName());

    private final Orders orders;

    /**
     * Creates the handler.
     *
     * @param orders the orders
     */
    public Payments(Orders orders) {
        this.orders = orders;
    }

    /**
     * Handles an event.
     *
     * @param event the verified event
     * @return what the shop made of it
     */
    public TakenEvent take(WebhookEvent event) {
        Verdict verdict = judge(event.payment());
        TakenEvent taken = TakenEvent.of(event, verdict);
        orders.note(taken);
        if (verdict.needsAttention()) {
            LOG.log(Level.WARNING, "{0}: look into {1} of {2}", verdict, event.payment(), taken.amount());
        }
        return taken;
    }

    private Verdict judge(Payment payment) {
        // An id of any other form is no order of this shop, and need not reach the database.
        Optional<Order> order = payment.orderId().filter(Order::isId).flatMap(orders::find);
        return switch (payment.state()) {
            case PAID -> order.map(found -> settle(found, payment)).orElse(Verdict.UNKNOWN_ORDER);
            case FAILED -> {
                order.ifPresent(found -> orders.endSession(found.id(), session(payment)));
                yield Verdict.FAILED;
            }
            case PENDING -> {
                order.ifPresent(found -> orders.markPending(found.id()));
                yield Verdict.NOTED;
            }
            case OTHER -> Verdict.NOTED;
        };
    }

    /** Paid means: an order of ours, its amount and currency, not paid before. Another amount is not asked for again. */
    private Verdict settle(Order order, Payment payment) {
        if (!payment.matches(order.id(), order.total())) {
            orders.markForReview(order.id());
            return Verdict.MISMATCH;
        }
        if (orders.markPaid(order.id(), session(payment))) {
            return Verdict.PAID;
        }
        return orders.isPaidBy(order.id(), session(payment)) ? Verdict.ALREADY_PAID : Verdict.PAID_TWICE;
    }

    private static String session(Payment payment) {
        return TakenEvent.storable(payment.sessionId().orElse("?"));
    }
}
