package com.paycrypt.sdk.internal.inbox;

/** A claimed delivery whose handling has not begun. */
record Claimed(StoredDelivery row, String token, long claimedNanos) {}
