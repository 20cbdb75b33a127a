package com.paycrypt.examples.doctor;

import java.util.List;

/**
 * What one scenario found.
 *
 * @param number the scenario's number
 * @param scenario the scenario
 * @param verdict whether the receiver is right
 * @param reasons what is wrong, or why it was not looked at; empty if nothing
 */
record Finding(int number, Scenario scenario, Verdict verdict, List<String> reasons) {
    /** How a scenario ends. */
    enum Verdict {
        PASS,
        FAIL,
        SKIP
    }
}
