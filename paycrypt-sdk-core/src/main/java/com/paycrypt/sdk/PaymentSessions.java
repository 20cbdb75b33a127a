package com.paycrypt.sdk;

import com.paycrypt.sdk.session.PaymentSession;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import java.util.concurrent.CompletableFuture;

/** Payment sessions. */
public final class PaymentSessions {
    private PaymentSessions() {}

    public PaymentSession create(PaymentSessionRequest request) {
        throw new UnsupportedOperationException();
    }

    public CompletableFuture<PaymentSession> createAsync(PaymentSessionRequest request) {
        throw new UnsupportedOperationException();
    }

    public PaymentSession retrieve(String id) {
        throw new UnsupportedOperationException();
    }

    public CompletableFuture<PaymentSession> retrieveAsync(String id) {
        throw new UnsupportedOperationException();
    }
}
