package com.paycrypt.sandbox.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Which PayCrypt the sandbox behaves like: the one of the API guide, or one of the two generations of servers that were
 * seen to run.
 *
 * <p>The guide is silent on much, and running servers differ there and even contradict it. Integrate against
 * {@link #GUIDE}; then run the same tests against the other two to see what the integration must tolerate.
 */
public enum Dialect {
    /**
     * The API guide, and where it is silent the clearest choice: every create makes a session and answers 201, errors
     * are JSON with the status the guide gives webhook receivers, sessions can be retrieved with a signed GET, webhooks
     * are {@code payment.pending}, {@code payment.succeeded} and {@code payment.failed} and never follow a redirect.
     */
    GUIDE,

    /**
     * Older servers: errors as HTML pages with 403, {@code webhook_url} required, amounts of zero accepted, unsigned GET
     * with the amount as a float, {@code payment.succeeded} alone, with flat data and an integer session id.
     */
    OLDER,

    /**
     * Newer servers: 200 with the open session of the same order whatever the amount, errors as 401 with a detail, GET
     * answers 404, {@code payment.pending} and {@code payment.confirmed} under one id.
     */
    NEWER;

    /**
     * Returns whether this is one of the servers seen to run, with the oddities both generations share.
     *
     * @return true for all but {@link #GUIDE}
     */
    public boolean isSeenRunning() {
        return this != GUIDE;
    }

    /**
     * Returns the name used in forms and on the command line.
     *
     * @return the name in lower case
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds a dialect by its name.
     *
     * @param label the name in lower case
     * @return the dialect, or empty if there is none
     */
    public static Optional<Dialect> of(String label) {
        return Arrays.stream(values())
                .filter(dialect -> dialect.label().equals(label))
                .findFirst();
    }
}
