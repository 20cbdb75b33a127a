package com.paycrypt.examples.doctor;

import com.paycrypt.sdk.money.Money;
import com.paycrypt.sdk.session.RetrievedSession;

/** The order of a payment session, where the server tells it. */
final class SessionOrder {
    private SessionOrder() {}

    static TestOrder of(RetrievedSession session) {
        Money amount = session.amount().orElseThrow(() -> untold(session));
        return new TestOrder(
                session.orderId().orElseThrow(() -> untold(session)),
                amount.amount(),
                amount.currency(),
                TestOrder.Origin.GIVEN);
    }

    private static IllegalArgumentException untold(RetrievedSession session) {
        return new IllegalArgumentException(
                "the server does not tell the order of session " + session.id() + ": give --order and --amount");
    }
}
