package com.paycrypt.sandbox.wire;

import java.util.Locale;

/**
 * Which PayCrypt answers: the one of the API guide, or one of the two generations of servers that were seen to run.
 *
 * <p>The guide is silent on much, and running servers differ there and even contradict it. Integrate against
 * {@link #GUIDE}; then run the same tests against the other two to see what the integration must tolerate.
 */
public enum Dialect {
    /**
     * The API guide, and where it is silent the clearest choice: every create makes a session and answers 201, refusals
     * are JSON with the status the guide gives webhook receivers, sessions can be retrieved with a signed GET, webhooks
     * are {@code payment.succeeded} and {@code payment.failed}, retried, and never follow a redirect.
     */
    GUIDE,

    /**
     * Older servers: refusals as HTML pages with 403, {@code webhook_url} required, amounts of zero accepted, unsigned
     * GET with the amount as a float, flat webhook data with an integer session id, one attempt only.
     */
    OLDER,

    /**
     * Newer servers: 200 with the open session of the same order whatever the amount, refusals as 401 with a detail,
     * GET answers 404, webhook data in an object, one attempt only.
     */
    NEWER;

    /**
     * Whether this is one of the servers seen to run, with the oddities both generations share.
     *
     * @return true for all but {@link #GUIDE}
     */
    public boolean isSeenRunning() {
        return this != GUIDE;
    }

    /**
     * The name in forms and on the command line.
     *
     * @return the name in lower case
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
