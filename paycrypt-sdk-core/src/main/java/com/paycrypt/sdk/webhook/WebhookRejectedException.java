package com.paycrypt.sdk.webhook;

/** A delivery that is not to be believed. */
public final class WebhookRejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WebhookRejectedException() {}

    public Reason reason() {
        throw new UnsupportedOperationException();
    }

    public int httpStatus() {
        throw new UnsupportedOperationException();
    }

    /** Why. */
    public enum Reason {
        METHOD_NOT_ALLOWED,
        BODY_TOO_LARGE,
        DUPLICATE_HEADER,
        UNKNOWN_KEY,
        MALFORMED_TIMESTAMP,
        TIMESTAMP_OUT_OF_WINDOW,
        MALFORMED_SIGNATURE,
        WRONG_SIGNATURE,
        MALFORMED_EVENT
    }
}
