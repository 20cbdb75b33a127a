package com.paycrypt.examples.recipes;

import com.paycrypt.sdk.money.Money;
import com.paycrypt.sdk.webhook.Payment;

/**
 * Decides what an event means for an order, whatever amount the customer sent.
 *
 * <p>PayCrypt decides whether enough was paid, and sends a paid event only then. The amount in an event is the session's, not the
 * number of coins that arrived: compare it with the order, since a server may respond to a changed basket with the session
 * of the old one. A customer who sent too little causes a pending event and, later, either the paid event or nothing; a customer
 * who sent too much causes the paid event. Neither can be read off an amount: never compute a difference from an event.
 */
public final class UnderpaidAndOverpaid {
    private UnderpaidAndOverpaid() {}

    // region decide
    /** What the shop does. */
    public enum Decision {
        /** Ship, by a conditional update so that it happens once. */
        SHIP,
        /** Show "your payment was seen"; offer no second payment while this payment session is open. */
        WAIT,
        /** Offer a new session. */
        OFFER_AGAIN,
        /** Another amount or currency than the order's was paid: a person refunds it or asks for the rest. */
        LOOK_INTO,
        /** Nothing to do. */
        IGNORE
    }

    /**
     * Decides.
     *
     * @param payment the event's payment
     * @param orderId the order that it names, found in the shop's database
     * @param total what the order costs
     * @return what to do
     */
    public static Decision decide(Payment payment, String orderId, Money total) {
        return switch (payment.state()) {
            case PAID -> payment.matches(orderId, total) ? Decision.SHIP : Decision.LOOK_INTO;
            case PENDING -> Decision.WAIT;
            case FAILED -> Decision.OFFER_AGAIN;
            case OTHER -> Decision.IGNORE;
        };
    }
    // endregion
}
