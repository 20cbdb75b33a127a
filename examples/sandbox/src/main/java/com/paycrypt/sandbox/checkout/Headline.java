package com.paycrypt.sandbox.checkout;

import com.paycrypt.sandbox.session.State;

/** What the page says of a state. */
final class Headline {
    private Headline() {}

    static String of(State state) {
        return switch (state) {
            case OPEN -> "Pay with crypto";
            case PENDING -> "Payment seen";
            case UNDERPAID -> "Part of the amount is missing";
            case PAID -> "Payment complete";
            case OVERPAID -> "Paid, with too much";
            case FAILED -> "Payment failed";
            case CANCELLED -> "Payment cancelled";
            case EXPIRED -> "Time is up";
        };
    }

    static String explanation(State state, boolean shopIsTold) {
        return switch (state) {
            case OPEN -> "Choose a coin and a network, then send the exact amount.";
            case PENDING -> "Your payment was seen on the network and waits for its confirmation.";
            case UNDERPAID -> "Less than the amount came in. Send the rest before the time is up.";
            case PAID -> told(shopIsTold) + "You can go back now.";
            case OVERPAID -> "More than the amount came in. " + told(shopIsTold) + "Ask the shop for the difference.";
            case FAILED -> "The payment did not go through. Nothing was taken.";
            case CANCELLED -> "You went back before paying. Nothing was taken.";
            case EXPIRED -> "This payment was not made in time. Start again in the shop.";
        };
    }

    private static String told(boolean shopIsTold) {
        return shopIsTold ? "The shop is being told. " : "";
    }
}
