package com.paycrypt.examples.doctor;

import com.paycrypt.sdk.money.Money;
import com.paycrypt.sdk.session.RetrievedSession;

/** The order of a payment session, if the server returns it. */
final class SessionOrder {
    private SessionOrder() {}

    static TestOrder of(RetrievedSession session) {
        Money amount = session.amount().orElseThrow(() -> missing(session));
        return new TestOrder(
                session.orderId().orElseThrow(() -> missing(session)),
                amount.amount(),
                amount.currency(),
                TestOrder.Origin.GIVEN);
    }

    private static IllegalArgumentException missing(RetrievedSession session) {
        return new IllegalArgumentException(
                "the server does not tell the order of session " + session.id() + ": give --order and --amount");
    }
}
