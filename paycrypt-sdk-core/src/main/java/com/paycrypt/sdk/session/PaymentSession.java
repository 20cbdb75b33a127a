package com.paycrypt.sdk.session;

import java.net.URI;
import java.time.Instant;

/** A payment session as the server tells it. */
public final class PaymentSession {
    private PaymentSession() {}

    public static PaymentSession fromJson(byte[] json) {
        throw new UnsupportedOperationException();
    }

    public String id() {
        throw new UnsupportedOperationException();
    }

    public SessionStatus status() {
        throw new UnsupportedOperationException();
    }

    public URI checkoutUrl() {
        throw new UnsupportedOperationException();
    }

    public Instant expiresAt() {
        throw new UnsupportedOperationException();
    }

    public String toJson() {
        throw new UnsupportedOperationException();
    }
}
