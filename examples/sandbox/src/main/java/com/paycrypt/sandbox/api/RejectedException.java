package com.paycrypt.sandbox.api;

import java.util.List;

/** Ends the handling of a request that is rejected; caught where the response is made. */
final class RejectedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    RejectedException(Rejection rejection) {
        super(rejection.toString(), null, false, false);
        this.rejection = rejection;
    }

    static RejectedException of(Rejection.Reason reason) {
        return new RejectedException(Rejection.of(reason));
    }

    static RejectedException of(Rejection.Reason reason, List<String> fields) {
        return new RejectedException(new Rejection(reason, List.copyOf(fields)));
    }

    Rejection rejection() {
        return rejection;
    }
}
