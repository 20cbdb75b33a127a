package com.paycrypt.sdk.internal.inbox;

/** A delivery that this process handles. */
final class Lease {
    final String digest;
    final String token;
    final LeaseHolder holder;
    final long begunNanos;

    /** Written by the one thread that renews leases. */
    long renewedNanos;

    long reportedNanos;
    volatile Completion completion = Completion.NONE;

    Lease(String digest, String token, LeaseHolder holder, long nowNanos) {
        this.digest = digest;
        this.token = token;
        this.holder = holder;
        this.begunNanos = nowNanos;
        this.renewedNanos = nowNanos;
        this.reportedNanos = nowNanos;
    }
}
