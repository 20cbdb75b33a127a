package com.paycrypt.sdk.internal.http;

import java.io.IOException;

/** The last gate let a request not pass: what the interceptors around it did will be done again, and is no network's fault. */
final class Stopped extends IOException {
    private static final long serialVersionUID = 1L;

    /** What to do about it. */
    private final String advice;

    Stopped(String reason, String advice) {
        super(reason);
        this.advice = advice;
    }

    String advice() {
        return advice;
    }
}
