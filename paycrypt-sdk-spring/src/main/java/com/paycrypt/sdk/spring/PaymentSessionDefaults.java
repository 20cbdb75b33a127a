package com.paycrypt.sdk.spring;

import com.paycrypt.sdk.session.PaymentSessionRequest;

/**
 * Starts requests with what a shop says once for all of its sessions, in {@code paycrypt.defaults.*}. It is a bean
 * wherever the client is one.
 *
 * <pre>{@code
 * payCrypt.paymentSessions().create(
 *         defaults.request().orderId("ORD-123").amount("49.00", "USD").build());
 * }</pre>
 *
 * <p>A bean of the application's own takes the place of this one; a test without Spring gives
 * {@code PaymentSessionRequest::builder}. Safe for use by any number of threads.
 */
@FunctionalInterface
public interface PaymentSessionDefaults {
    /**
     * Starts a request. What is set on it afterwards wins over the defaults; what is neither there nor set is named
     * when it is built.
     *
     * @return a builder of its own for every call, with the defaults set
     */
    PaymentSessionRequest.Builder request();
}
