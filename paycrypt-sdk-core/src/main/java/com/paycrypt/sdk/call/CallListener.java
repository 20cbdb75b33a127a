package com.paycrypt.sdk.call;

/** Sees the calls of a client. */
public interface CallListener {}
