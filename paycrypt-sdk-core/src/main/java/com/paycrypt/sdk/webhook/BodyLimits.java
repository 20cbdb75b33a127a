package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.internal.webhook.BodyBudget;
import com.paycrypt.sdk.internal.webhook.BodyReader;
import com.paycrypt.sdk.webhook.WebhookRejectedException.Reason;
import java.io.InputStream;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What a receiver accepts of a request before anything is verified: its method, and bodies in size, sum and time. */
record BodyLimits(int maxBodySize, BodyBudget budget, LongSupplier nanoTime) {
    private static final int MAX_BODY_SIZE = 64 << 20;

    /** With the bytes in flight of the heap unless given. */
    static BodyLimits of(int maxBodySize, @Nullable Long maxBytesInFlight, LongSupplier nanoTime) {
        long inFlight = maxBytesInFlight == null ? Math.max(maxBodySize, BodyBudget.defaultMax()) : maxBytesInFlight;
        if (maxBodySize < 1 || maxBodySize > MAX_BODY_SIZE) {
            throw new IllegalArgumentException(
                    "maxBodySize must be from 1 to " + MAX_BODY_SIZE + " bytes, not " + maxBodySize);
        }
        if (inFlight < maxBodySize) {
            throw new IllegalArgumentException(
                    "maxBytesInFlight must be at least the " + maxBodySize + " bytes of maxBodySize, not " + inFlight);
        }
        return new BodyLimits(maxBodySize, new BodyBudget(inFlight), nanoTime);
    }

    Body body(long declaredSize) {
        return new Body(this, declaredSize, budget.share());
    }

    void requirePost(String method) {
        if (!method.equals("POST")) {
            throw rejection(Reason.METHOD_NOT_ALLOWED);
        }
    }

    void requireSize(long size) {
        if (size > maxBodySize) {
            throw rejection(Reason.BODY_TOO_LARGE);
        }
    }

    WebhookRejectedException rejection(Reason reason) {
        return new WebhookRejectedException(
                reason,
                switch (reason) {
                    case METHOD_NOT_ALLOWED ->
                        "deliveries are POSTed: a GET may result from a redirect, so give PayCrypt the"
                                + " final webhook_url";
                    case BODY_TOO_SLOW -> "the body was not complete after " + BodyReader.MAX_TIME.toSeconds() + " s";
                    case OVERLOADED -> "the bodies that are being received exceed maxBytesInFlight in sum";
                    default -> "the body is larger than the " + maxBodySize + " bytes of maxBodySize";
                });
    }

    /** The limits of one body. */
    record Body(BodyLimits all, long declaredSize, BodyBudget.Share share) {
        int maxSize() {
            return all.maxBodySize;
        }

        BodyReader reader(InputStream body) {
            return new BodyReader(body, declaredSize, all.maxBodySize, share, all.nanoTime);
        }

        boolean grow(long size) {
            return share.grow(size);
        }

        void release() {
            share.release();
        }
    }
}
