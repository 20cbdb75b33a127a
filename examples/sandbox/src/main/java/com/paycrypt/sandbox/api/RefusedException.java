package com.paycrypt.sandbox.api;

import java.util.List;

/** Ends the handling of a request that is refused; caught where the answer is made. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    RefusedException(Refusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    static RefusedException of(Refusal.Reason reason) {
        return new RefusedException(Refusal.of(reason));
    }

    static RefusedException of(Refusal.Reason reason, List<String> fields) {
        return new RefusedException(new Refusal(reason, List.copyOf(fields)));
    }

    Refusal refusal() {
        return refusal;
    }
}
