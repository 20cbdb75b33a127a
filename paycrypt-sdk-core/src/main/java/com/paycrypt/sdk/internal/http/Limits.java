package com.paycrypt.sdk.internal.http;

import com.paycrypt.sdk.internal.text.Violations;
import java.time.Duration;

/**
 * How long things may take.
 *
 * @param connect making a connection
 * @param attempt one attempt, from signing to the last byte of the answer
 * @param call the whole call, queueing, attempts and waits included
 */
public record Limits(Duration connect, Duration attempt, Duration call) {
    private static final Duration LONGEST = Duration.ofHours(1);

    /** What a call may take unless told otherwise. */
    public static Limits standard() {
        return new Limits(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(30));
    }

    public Limits connect(Duration limit) {
        return new Limits(limit, attempt, call);
    }

    public Limits attempt(Duration limit) {
        return new Limits(connect, limit, call);
    }

    public Limits call(Duration limit) {
        return new Limits(connect, attempt, limit);
    }

    public void check(Violations violations) {
        check("connectTimeout", connect, violations);
        check("attemptTimeout", attempt, violations);
        check("callTimeout", call, violations);
    }

    private static void check(String name, Duration limit, Violations violations) {
        if (limit.compareTo(Duration.ofMillis(1)) < 0 || limit.compareTo(LONGEST) > 0) {
            violations.add(name + " is " + limit + ": give 1 ms to 1 hour");
        }
    }
}
