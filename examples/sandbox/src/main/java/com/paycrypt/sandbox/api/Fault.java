package com.paycrypt.sandbox.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can go wrong with a create, on demand and for a number of times. */
public enum Fault {
    /** 500 with JSON; no session is made. */
    SERVER_ERROR,

    /** 502 with a proxy's HTML page; no session is made. */
    BAD_GATEWAY,

    /** 503 with {@code Retry-After: 1}; no session is made. */
    UNAVAILABLE,

    /** 429 with {@code retry_after} in the JSON and no header, as newer servers do; no session is made. */
    RATE_LIMITED,

    /** 403 {@code ip_not_allowed}; no session is made. */
    IP_NOT_ALLOWED,

    /** No answer for a minute, then the connection ends; no session is made. */
    HANG,

    /** The connection ends without an answer; no session is made. */
    DROP,

    /** The session is made, but the connection ends without an answer: what a client cannot know. */
    LOST_ANSWER,

    /** The session is made, but the answer breaks off in the middle. */
    TRUNCATED,

    /** 201 without a body. */
    EMPTY,

    /** 201 whose {@code checkout_url} is no web address. */
    BAD_CHECKOUT_URL;

    /**
     * The name in forms and on the command line.
     *
     * @return such as {@code bad-gateway}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The fault of a name.
     *
     * @param label such as {@code bad-gateway}
     * @return the fault, or empty if there is none
     */
    public static Optional<Fault> of(String label) {
        return Arrays.stream(values())
                .filter(fault -> fault.label().equals(label))
                .findFirst();
    }
}
