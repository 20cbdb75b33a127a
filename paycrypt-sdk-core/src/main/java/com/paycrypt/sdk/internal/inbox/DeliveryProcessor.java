package com.paycrypt.sdk.internal.inbox;

/** Handles claimed deliveries and records their outcome; throws nothing. */
public interface DeliveryProcessor {
    /** Handles a delivery on the calling thread. Returns whether it was handled. */
    boolean process(StoredDelivery row, String token);

    /** Reports a delivery whose last attempt ended without an outcome. */
    void exhausted(StoredDelivery row);

    /** Reports that the database failed outside of a delivery; it is tried again. */
    void databaseFailed(Throwable failure);
}
