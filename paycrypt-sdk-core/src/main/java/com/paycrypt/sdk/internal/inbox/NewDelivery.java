package com.paycrypt.sdk.internal.inbox;

/**
 * What is stored of a delivery.
 *
 * @param digest what the delivery is known by
 * @param type the event's type, as bounded ASCII for people to read
 * @param order the order's id, the same
 * @param session the session's id, the same
 * @param body the body that was verified
 */
@SuppressWarnings("ArrayRecordComponent")
public record NewDelivery(String digest, String type, String order, String session, byte[] body) {}
