package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.money.Money;
import java.util.Optional;

/** The payment that an event tells of. */
public final class Payment {
    private Payment() {}

    public State state() {
        throw new UnsupportedOperationException();
    }

    public Optional<String> orderId() {
        throw new UnsupportedOperationException();
    }

    public Optional<String> sessionId() {
        throw new UnsupportedOperationException();
    }

    public Optional<Money> amount() {
        throw new UnsupportedOperationException();
    }

    public Optional<String> status() {
        throw new UnsupportedOperationException();
    }

    public boolean matches(String orderId, Money amount) {
        throw new UnsupportedOperationException();
    }

    /** Where a payment stands. */
    public enum State {
        PENDING,
        PAID,
        FAILED,
        OTHER
    }
}
