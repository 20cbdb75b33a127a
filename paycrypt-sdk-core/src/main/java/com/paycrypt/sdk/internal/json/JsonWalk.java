package com.paycrypt.sdk.internal.json;

/** A way over the value that comes next. */
interface JsonWalk {
    void value() throws MalformedJsonException;
}
