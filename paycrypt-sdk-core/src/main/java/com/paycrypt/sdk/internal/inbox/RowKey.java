package com.paycrypt.sdk.internal.inbox;

/**
 * The primary key of a row.
 *
 * @param inbox the name of the inbox
 * @param digest the digest of the delivery
 */
record RowKey(String inbox, String digest) {}
