package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.internal.webhook.BodyReader;
import java.util.Objects;

/**
 * Thrown when a webhook delivery fails verification, with the {@link Reason} and the HTTP status to respond with.
 *
 * <p>The message is for logs and developers, never for the sender; it quotes nothing of what was sent. There is no
 * stack trace: senders decide how often this is thrown, and {@link #reason()} says more.
 */
public final class WebhookRejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why the delivery was rejected. */
    private final Reason reason;

    WebhookRejectedException(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    static void requirePost(String method) {
        if (!method.equals("POST")) {
            throw ofRequest(Reason.METHOD_NOT_ALLOWED, 0);
        }
    }

    static void requireSize(long size, int maxBodySize) {
        if (size > maxBodySize) {
            throw ofRequest(Reason.BODY_TOO_LARGE, maxBodySize);
        }
    }

    /** Returns the rejection of a request for its method, or for its body before it is verified. */
    static WebhookRejectedException ofRequest(Reason reason, int maxBodySize) {
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

    /**
     * Returns why the delivery was rejected.
     *
     * @return one of a closed set of reasons, fit for a metric
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Returns the HTTP status to respond with, by the PayCrypt API guide.
     *
     * @return 400, 401, 405, 413 or 503
     */
    public int httpStatus() {
        return reason.httpStatus();
    }

    /** Why a delivery was rejected, in the order in which the checks are made. */
    public enum Reason {
        /** The method is not POST. A redirect between the sender and the shop can make a GET of it. */
        METHOD_NOT_ALLOWED(405),
        /** The body is larger than the receiver accepts, by its declared or by its real length. */
        BODY_TOO_LARGE(413),
        /** One of the three headers came more than once. */
        DUPLICATE_HEADER(401),
        /** {@code X-Paycrypt-Key} is absent or none of the accepted keys. */
        UNKNOWN_KEY(401),
        /** {@code X-Paycrypt-Timestamp} is absent or not written as plain digits. */
        MALFORMED_TIMESTAMP(400),
        /** The timestamp is more than 300 s from the receiver's clock, either way. */
        TIMESTAMP_OUT_OF_WINDOW(400),
        /** {@code X-Paycrypt-Signature} is absent or not 64 lower-case hexadecimal digits. */
        MALFORMED_SIGNATURE(401),
        /** The body took more than 10 s. */
        BODY_TOO_SLOW(400),
        /** Too many large bodies are being received at the same time; those of up to 16 KiB are always admitted. */
        OVERLOADED(503),
        /** The signature is not that of this timestamp and body under an accepted secret of the key. */
        WRONG_SIGNATURE(401),
        /** The body is genuine but not an event: not strict UTF-8 JSON, or without a type. */
        MALFORMED_EVENT(400);

        private final int httpStatus;

        Reason(int httpStatus) {
            this.httpStatus = httpStatus;
        }

        /** Only the rejections of senders who know a key are worth a diagnosis. */
        boolean isOfKnownKey() {
            return compareTo(UNKNOWN_KEY) > 0 && this != BODY_TOO_SLOW && this != OVERLOADED;
        }

        /**
         * Returns the HTTP status to respond with.
         *
         * @return 400, 401, 405, 413 or 503
         */
        public int httpStatus() {
            return httpStatus;
        }
    }
}
