package com.paycrypt.sdk.internal.transport;

import org.jspecify.annotations.Nullable;

/** What is known of one attempt on its way; rides on the request as a tag. */
final class Attempt {
    private final long startedAt;
    private final long signedAt;
    private volatile boolean sent;
    private volatile @Nullable String retryAfter;

    Attempt(long startedAt, long signedAt) {
        this.startedAt = startedAt;
        this.signedAt = signedAt;
    }

    /** Reading of the monotonic clock. */
    long startedAt() {
        return startedAt;
    }

    /** The unix second that it was signed with. */
    long signedAt() {
        return signedAt;
    }

    /** Whether bytes of the request may have left. */
    boolean sent() {
        return sent;
    }

    void markSent() {
        sent = true;
    }

    @Nullable
    String retryAfter() {
        return retryAfter;
    }

    void retryAfter(@Nullable String header) {
        retryAfter = header;
    }
}
