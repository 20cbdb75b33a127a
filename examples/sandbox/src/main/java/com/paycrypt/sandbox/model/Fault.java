package com.paycrypt.sandbox.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a {@link Rule} can make go wrong. */
public enum Fault {
    /** API: 500 with JSON; no session is made. */
    SERVER_ERROR(Scope.API),

    /** API: 502 with a proxy's HTML page; no session is made. */
    BAD_GATEWAY(Scope.API),

    /** API: 503 with {@code Retry-After: 1}; no session is made. */
    UNAVAILABLE(Scope.API),

    /** API: 429 with {@code retry_after} in the JSON and no header, as newer servers do; no session is made. */
    RATE_LIMITED(Scope.API),

    /** API: 403 {@code ip_not_allowed}; no session is made. */
    IP_NOT_ALLOWED(Scope.API),

    /** API: no response for a minute, then the connection ends; no session is made. */
    HANG(Scope.API),

    /** API: the connection ends without a response; no session is made. */
    DROP(Scope.API),

    /** API: the session is made, but the connection ends without a response: what a client cannot know. */
    LOST_RESPONSE(Scope.API),

    /** API: the session is made, but the response breaks off in the middle. */
    TRUNCATED(Scope.API),

    /** API: the session is made, but the response has no body. */
    EMPTY(Scope.API),

    /** API: the session is made, but its {@code checkout_url} is no web address. */
    BAD_CHECKOUT_URL(Scope.API),

    /** API: {@code expires_at} is two hours off, as where a server took its own time zone for UTC. */
    WRONG_EXPIRY(Scope.API),

    /** Webhook: the event is never sent. */
    LOST(Scope.WEBHOOK),

    /** Webhook: each attempt is made twice, byte for byte the same. */
    TWICE(Scope.WEBHOOK),

    /** Webhook: one byte of the body is changed after signing. */
    TAMPERED(Scope.WEBHOOK),

    /** Webhook: signed with another secret. */
    WRONG_SECRET(Scope.WEBHOOK),

    /** Webhook: names a key that does not exist. */
    UNKNOWN_KEY(Scope.WEBHOOK),

    /** Webhook: signed ten minutes ago. */
    STALE(Scope.WEBHOOK),

    /** Webhook: sent without its signature. */
    UNSIGNED(Scope.WEBHOOK),

    /** Checkout: the page answers 503. */
    PAGE_DOWN(Scope.CHECKOUT),

    /** Checkout: the page does not answer for a minute. */
    PAGE_HANGS(Scope.CHECKOUT);

    /** The part of the sandbox that a fault is about. */
    public enum Scope {
        /** The signed API. */
        API,
        /** The sending of webhooks. */
        WEBHOOK,
        /** The hosted checkout. */
        CHECKOUT
    }

    private final Scope scope;

    Fault(Scope scope) {
        this.scope = scope;
    }

    /**
     * Returns what it is about.
     *
     * @return the part of the sandbox
     */
    public Scope scope() {
        return scope;
    }

    /**
     * Returns the name used in forms and on the command line.
     *
     * @return such as {@code bad-gateway}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Finds a fault by its name.
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
