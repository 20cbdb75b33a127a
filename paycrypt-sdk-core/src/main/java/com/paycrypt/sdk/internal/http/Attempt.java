package com.paycrypt.sdk.internal.http;

import okhttp3.Call;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one attempt on its way. Rides on the body that was signed, or as a tag where there is none: tags load
 * Kotlin's reflection.
 */
final class Attempt {
    private final long startedAt;
    private final long signedAt;
    private @Nullable Call call;
    private long deadline;
    private volatile boolean over;
    private volatile boolean sent;
    private volatile @Nullable String retryAfter;

    Attempt(long startedAt, long signedAt) {
        this.startedAt = startedAt;
        this.signedAt = signedAt;
    }

    /** The attempt of a request; null if somebody replaced what was signed. */
    static @Nullable Attempt of(Request request) {
        return request.body() instanceof JsonBody body ? body.attempt() : request.tag(Attempt.class);
    }

    Request on(Request.Builder request, String method, byte @Nullable [] body) {
        return body == null
                ? request.method(method, null).tag(Attempt.class, this).build()
                : request.method(method, new JsonBody(body, this)).build();
    }

    /** Reading of the monotonic clock. */
    long startedAt() {
        return startedAt;
    }

    /** The unix second that it was signed with. */
    long signedAt() {
        return signedAt;
    }

    /** Gives the attempt its connection, for so many nanoseconds from now. */
    void limit(Call itsCall, long limitNanos) {
        call = itsCall;
        deadline = System.nanoTime() + limitNanos;
    }

    void endIfOver(long now) {
        if (now - deadline >= 0) {
            over = true;
            cancel();
        }
    }

    /** An event listener of a given OkHttpClient may throw: the call has ended all the same, and others want to end too. */
    void cancel() {
        Call ended = call;
        if (ended != null) {
            Foreign.quietly("An event listener of the given OkHttpClient", ended::cancel);
        }
    }

    /** Whether the attempt was ended because its time was over. */
    boolean over() {
        return over;
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
