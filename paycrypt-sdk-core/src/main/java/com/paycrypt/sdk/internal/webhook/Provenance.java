package com.paycrypt.sdk.internal.webhook;

/** What proves that an event was verified: the headers that it was signed with, or the stored row that they led to. */
public interface Provenance {
    /** The API key whose secret signed the event; empty if it was not recorded. */
    String key();

    /** What replay guards know the delivery by; computed, since most callers never ask. */
    String digest();
}
