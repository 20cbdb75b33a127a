package com.paycrypt.sdk.webhook;

/** Lets each delivery through once. */
public interface ReplayGuard {
    static ReplayGuard inMemory() {
        throw new UnsupportedOperationException();
    }
}
