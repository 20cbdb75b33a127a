package com.paycrypt.sdk.spring.internal.health;

import java.util.Map;

/** Whether something is well; of no line of Boot. */
@FunctionalInterface
public interface HealthCheck {
    /** The code of a status that all is well. */
    String UP = "UP";

    /** The code of a status that nothing is known, since what is looked at does not respond. */
    String DOWN = "DOWN";

    /**
     * Checks.
     *
     * @return how it is now
     */
    Result check();

    /**
     * How it is.
     *
     * @param status the code of the status
     * @param details numbers and times
     */
    record Result(String status, Map<String, Object> details) {}
}
