package com.paycrypt.sdk.internal.http;

import java.util.Set;

/** The statuses by which servers refuse a signature, a key or a timestamp. */
final class Refusals {
    /** Differences of clocks below this explain nothing. */
    static final long NOTEWORTHY_SECONDS = 60;

    private static final Set<Integer> STATUSES = Set.of(400, 401, 403);

    private Refusals() {}

    static boolean contains(int status) {
        return STATUSES.contains(status);
    }

    /** Whether an answer of this status shows that the request passed the checks of key, timestamp and signature. */
    static boolean provesAccepted(int status) {
        return status / 100 == 2 || status == 404 || status == 409 || status == 422;
    }
}
