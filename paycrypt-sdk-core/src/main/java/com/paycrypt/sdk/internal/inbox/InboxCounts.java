package com.paycrypt.sdk.internal.inbox;

/**
 * What the inbox holds.
 *
 * @param pending the deliveries that are not handled yet, those in progress included
 * @param exhausted the deliveries whose attempts are used up
 * @param oldestPendingMillis the age of the oldest pending delivery in milliseconds, or -1 if there is none
 */
public record InboxCounts(long pending, long exhausted, long oldestPendingMillis) {}
