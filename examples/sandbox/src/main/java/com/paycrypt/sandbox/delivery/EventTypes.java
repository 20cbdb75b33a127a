package com.paycrypt.sandbox.delivery;

import com.paycrypt.sandbox.ledger.Change;
import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sandbox.model.State;
import java.util.List;

/** Which events a change of a session gives. Cancelling and expiring give none: no server was seen to send any. */
final class EventTypes {
    private static final String PENDING = "payment.pending";
    private static final String SUCCEEDED = "payment.succeeded";
    private static final String FAILED = "payment.failed";

    private EventTypes() {}

    static List<String> of(Change change, Dialect dialect) {
        return switch (dialect) {
            case GUIDE -> guide(change);
            case OLDER -> older(change);
            case NEWER -> newer(change);
        };
    }

    private static List<String> guide(Change change) {
        return change.isPayment() ? List.of(SUCCEEDED) : unpaid(change);
    }

    /** One event alone, again on every form post. */
    private static List<String> older(Change change) {
        return change.isPayment()
                        || (change.label().equals("pay")
                                && change.after().state().isPaid())
                ? List.of(SUCCEEDED)
                : List.of();
    }

    private static List<String> newer(Change change) {
        if (!change.isPayment()) {
            return unpaid(change);
        }
        return change.before().transfers().isEmpty()
                ? List.of(PENDING, "payment.confirmed")
                : List.of("payment.confirmed");
    }

    private static List<String> unpaid(Change change) {
        State before = change.before().state();
        State after = change.after().state();
        if (before == after) {
            return List.of();
        }
        if (after == State.FAILED) {
            return List.of(FAILED);
        }
        return after == State.PENDING || after == State.UNDERPAID ? List.of(PENDING) : List.of();
    }
}
