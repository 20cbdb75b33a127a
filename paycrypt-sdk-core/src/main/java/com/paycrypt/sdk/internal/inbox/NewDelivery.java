package com.paycrypt.sdk.internal.inbox;

import org.jspecify.annotations.Nullable;

/**
 * The stored parts of a delivery. Absent ids are null, since an empty string is null to some databases.
 *
 * @param digest the digest that identifies the delivery
 * @param apiKey the API key whose secret signed it, or null
 * @param type the event's type, as bounded ASCII
 * @param orderId the order's id, as bounded ASCII, or null
 * @param sessionId the session's id, as bounded ASCII, or null
 * @param payload the body that was verified
 */
@SuppressWarnings("ArrayRecordComponent")
public record NewDelivery(
        String digest,
        @Nullable String apiKey,
        String type,
        @Nullable String orderId,
        @Nullable String sessionId,
        byte[] payload) {}
