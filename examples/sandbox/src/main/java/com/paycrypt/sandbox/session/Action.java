package com.paycrypt.sandbox.session;

import static com.paycrypt.sandbox.session.State.CANCELLED;
import static com.paycrypt.sandbox.session.State.FAILED;
import static com.paycrypt.sandbox.session.State.OPEN;
import static com.paycrypt.sandbox.session.State.OVERPAID;
import static com.paycrypt.sandbox.session.State.PAID;
import static com.paycrypt.sandbox.session.State.PENDING;
import static com.paycrypt.sandbox.session.State.UNDERPAID;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can happen to a session, from which states, and where it leads. */
public enum Action {
    /** The exact amount is paid and confirmed. */
    PAY(EnumSet.of(OPEN, PENDING, UNDERPAID), PAID),

    /** More than the amount is paid and confirmed. */
    OVERPAY(EnumSet.of(OPEN, UNDERPAID), OVERPAID),

    /** Less than the amount is paid. */
    UNDERPAY(EnumSet.of(OPEN), UNDERPAID),

    /** The payment is seen, but not confirmed. */
    DETECT(EnumSet.of(OPEN, UNDERPAID), PENDING),

    /** The payment fails. */
    FAIL(EnumSet.of(OPEN, PENDING, UNDERPAID), FAILED),

    /** The customer goes back to the shop. */
    CANCEL(EnumSet.of(OPEN), CANCELLED);

    private final Set<State> from;
    private final State to;

    Action(Set<State> from, State to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Whether this can happen in a state.
     *
     * @param state the state
     * @return true if it can
     */
    public boolean isPossibleIn(State state) {
        return from.contains(state);
    }

    /**
     * Where it leads.
     *
     * @return the state after it
     */
    public State result() {
        return to;
    }

    /**
     * The name in paths and forms.
     *
     * @return the name in lower case
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The action of a name.
     *
     * @param label the name in lower case
     * @return the action, or empty if there is none
     */
    public static Optional<Action> of(String label) {
        return Arrays.stream(values())
                .filter(action -> action.label().equals(label))
                .findFirst();
    }
}
