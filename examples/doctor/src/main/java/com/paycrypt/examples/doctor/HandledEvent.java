package com.paycrypt.examples.doctor;

/**
 * An event that the shop's own code handled, as the shop lists it.
 *
 * @param type the event's type
 * @param orderId the order it names; empty if none
 * @param sessionId the payment session it names; empty if none
 * @param verdict what the shop made of it; {@value #PAID} if the event paid the order
 */
record HandledEvent(String type, String orderId, String sessionId, String verdict) {
    /** The verdict on an event by which an open order became paid. */
    static final String PAID = "PAID";

    boolean pays() {
        return verdict.equals(PAID);
    }
}
