package com.paycrypt.sdk.call;

/** When a failed attempt is made again. */
public final class RetryPolicy {
    private RetryPolicy() {}

    public static RetryPolicy standard() {
        throw new UnsupportedOperationException();
    }

    public static RetryPolicy none() {
        throw new UnsupportedOperationException();
    }

    public static RetryPolicy onlyIfNotSent() {
        throw new UnsupportedOperationException();
    }
}
