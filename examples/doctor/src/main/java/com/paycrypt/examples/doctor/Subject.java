package com.paycrypt.examples.doctor;

import java.time.Duration;
import java.util.Optional;

/**
 * What is examined, and with what.
 *
 * @param run distinguishes the events of this run from those of others
 * @param sender reaches the webhook URL
 * @param signatures signs
 * @param log lists what the shop handled, if the shop shows it
 * @param order the order that the events name
 * @param answering when the shop answers
 * @param patience how long to wait for an event to be listed
 * @param delayer waits
 */
record Subject(
        String run,
        Sender sender,
        Signatures signatures,
        Optional<EventLog> log,
        TestOrder order,
        Answering answering,
        Duration patience,
        Delayer delayer) {

    /** When a shop answers a delivery. */
    enum Answering {
        /** Once it has handled it. */
        AFTER_HANDLING,
        /** Once it has stored it, to be handled later. */
        AFTER_STORING
    }
}
