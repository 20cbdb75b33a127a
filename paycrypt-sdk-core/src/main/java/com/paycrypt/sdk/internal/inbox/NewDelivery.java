package com.paycrypt.sdk.internal.inbox;

/**
 * What is stored of a delivery.
 *
 * @param digest what the delivery is known by
 * @param expiresAt until when a copy of it could be accepted, in unix milliseconds
 * @param type the event's type, as bounded ASCII for people to read
 * @param order the order's id, the same
 * @param session the session's id, the same
 * @param body the body that was verified
 */
@SuppressWarnings("ArrayRecordComponent")
public record NewDelivery(String digest, long expiresAt, String type, String order, String session, byte[] body) {}
