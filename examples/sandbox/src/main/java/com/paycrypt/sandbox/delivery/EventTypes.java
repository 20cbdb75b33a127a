package com.paycrypt.sandbox.delivery;

import com.paycrypt.sandbox.session.Change;
import com.paycrypt.sandbox.session.State;
import com.paycrypt.sandbox.wire.Dialect;
import java.util.List;

/** Which events a change of a session gives. Cancelling and expiring give none: no server was seen to send any. */
final class EventTypes {
    private static final String PENDING = "payment.pending";

    private EventTypes() {}

    static List<String> of(Change change, Dialect dialect) {
        return switch (change.action()) {
            case PAY, OVERPAY -> dialect.isSeenRunning() ? confirmed(change) : List.of("payment.succeeded");
            case DETECT, UNDERPAY -> List.of(PENDING);
            case FAIL -> List.of("payment.failed");
            case CANCEL -> List.of();
        };
    }

    private static List<String> confirmed(Change change) {
        return change.before().state() == State.PENDING
                ? List.of("payment.confirmed")
                : List.of(PENDING, "payment.confirmed");
    }
}
