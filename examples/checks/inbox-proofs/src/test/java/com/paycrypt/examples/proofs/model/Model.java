package com.paycrypt.examples.proofs.model;

import com.paycrypt.examples.proofs.model.State.Actor;
import com.paycrypt.examples.proofs.model.State.Kind;
import com.paycrypt.examples.proofs.model.State.Row;
import com.paycrypt.examples.proofs.model.State.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The steps of the inbox: which states may follow one, with two deliveries of one session. */
final class Model {
    /** How the handler takes effect. */
    enum Style {
        IN_TRANSACTION,
        PLAIN
    }

    static final int DELIVERIES = 2;

    private final Style style;
    private final Fault fault;

    Model(Style style, Fault fault) {
        this.style = style;
        this.fault = fault;
    }

    static State initial(int processes, int crashes, int losses, int failures, int expiries) {
        return new State(
                Collections.nCopies(DELIVERIES, Row.ABSENT),
                Collections.nCopies(processes, Actor.IDLE),
                crashes,
                losses,
                failures,
                expiries,
                false);
    }

    /** What is wrong with a state, or null. */
    String violation(State state) {
        for (Row row : state.rows()) {
            if (row.isPromised() && row.kind() == Kind.ABSENT) {
                return "200 means stored or handled";
            }
            if (row.kind() == Kind.HANDLED && row.effects() == 0) {
                return "effect at least once";
            }
            if (row.effects() > 1 && (style == Style.IN_TRANSACTION || !state.hadFaults())) {
                return "effect at most once";
            }
        }
        boolean overtakes = state.processes().stream()
                .anyMatch(process -> process.step() == Step.HANDLING && process.delivery() == 1);
        return overtakes && state.rows().get(0).isOpen() ? "order per session" : null;
    }

    /** Everything is sent and handled, and nobody is at work. */
    boolean isDone(State state) {
        return state.rows().stream().allMatch(row -> row.isSent() && !row.isOpen())
                && state.processes().stream().allMatch(process -> process.step() == Step.IDLE);
    }

    /** What happens without any fault: time passes, processes work and start again. */
    List<State> steps(State state) {
        List<State> next = new ArrayList<>();
        for (int p = 0; p < state.processes().size(); p++) {
            work(state, p, next);
            renew(state, p, next);
        }
        for (int d = 0; d < DELIVERIES; d++) {
            Row row = state.rows().get(d);
            if (row.isLeased() && !isHolding(state, d)) {
                next.add(state.with(d, row.expired()));
            }
        }
        return next;
    }

    /** Crashes, lost statements and replies, failing handlers and pauses longer than a lease. */
    List<State> faults(State state) {
        List<State> next = new ArrayList<>();
        for (int p = 0; p < state.processes().size(); p++) {
            Actor process = state.processes().get(p);
            if (state.crashes() > 0 && process.step() != Step.DEAD) {
                next.add(died(state.crashed(), p));
            }
            if (state.losses() > 0) {
                lose(state.lost(), p, next);
            }
            if (state.failures() > 0 && isRunning(process)) {
                next.add(state.failed().with(p, process.at(Step.FAILING)));
            }
        }
        for (int d = 0; d < DELIVERIES && state.expiries() > 0; d++) {
            Row row = state.rows().get(d);
            if (row.isLeased() && isHolding(state, d)) {
                next.add(state.expired().with(d, row.expired()));
            }
        }
        return next;
    }

    private static boolean isRunning(Actor process) {
        return process.step() == Step.HANDLING || process.step() == Step.IN_TRANSACTION;
    }

    /** A process that is dead is nobody: its leases end, and what it had not committed is rolled back. */
    private static State died(State state, int p) {
        return withoutHolder(state, p).with(p, Actor.IDLE.at(Step.DEAD));
    }

    private static State withoutHolder(State state, int p) {
        State next = state;
        for (int d = 0; d < DELIVERIES; d++) {
            Row row = next.rows().get(d);
            if (row.kind() == Kind.LEASED && row.holder() == p) {
                Row orphan = row.leasedTo(Row.NOBODY);
                next = next.with(d, row.isExpired() ? orphan.expired() : orphan);
            }
        }
        return next;
    }

    private static boolean isHolding(State state, int d) {
        int holder = state.rows().get(d).holder();
        return holder != Row.NOBODY && state.processes().get(holder).delivery() == d;
    }

    private void work(State state, int p, List<State> next) {
        Actor process = state.processes().get(p);
        switch (process.step()) {
            case IDLE -> begin(state, p, next);
            case STORING -> next.add(stored(state, p));
            case HANDLING -> handle(state, p, next);
            case IN_TRANSACTION -> next.add(committed(state, p).with(p, process.at(Step.COMPLETING)));
            case COMPLETING -> next.add(ended(completed(state, p), p));
            case FAILING -> next.add(ended(failed(state, p), p));
            case ANSWERING -> next.add(answered(state, p));
            case DEAD -> next.add(state.with(p, Actor.IDLE));
        }
    }

    /** A statement or its reply is lost: in the second case it has taken effect. */
    private void lose(State state, int p, List<State> next) {
        Actor process = state.processes().get(p);
        switch (process.step()) {
            case STORING -> {
                next.add(state.with(p, Actor.IDLE));
                next.add(withoutHolder(stored(state, p), p).with(p, Actor.IDLE));
            }
            case IN_TRANSACTION -> {
                next.add(state.with(p, process.at(Step.FAILING)));
                next.add(committed(state, p).with(p, process.at(Step.FAILING)));
            }
            case COMPLETING, FAILING -> {
                next.add(ended(state, p));
                State done = process.step() == Step.COMPLETING ? completed(state, p) : failed(state, p);
                next.add(ended(done, p));
            }
            default -> {
                // A claim whose reply is lost is a claim followed by a crash, but for the process.
                for (int d = 0; d < DELIVERIES; d++) {
                    if (process.step() == Step.IDLE && isClaimable(state, d)) {
                        next.add(state.with(d, state.rows().get(d).leasedTo(Row.NOBODY)));
                    }
                }
            }
        }
    }

    private void begin(State state, int p, List<State> next) {
        for (int d = 0; d < DELIVERIES; d++) {
            Row row = state.rows().get(d);
            if (!row.isSent() && isSendable(state, d)) {
                Step first = fault == Fault.ANSWERS_BEFORE_STORING ? Step.ANSWERING : Step.STORING;
                next.add(state.with(d, row.sent()).with(p, new Actor(first, d, true)));
            }
            if (isClaimable(state, d)) {
                next.add(state.with(d, row.leasedTo(p)).with(p, new Actor(Step.HANDLING, d, false)));
            }
        }
    }

    /** The second event is sent when the first one has arrived or is lost. */
    private static boolean isSendable(State state, int d) {
        return d == 0
                || (state.rows().get(0).isSent()
                        && state.processes().stream()
                                .noneMatch(process -> process.step() == Step.STORING && process.delivery() == 0));
    }

    private boolean isClaimable(State state, int d) {
        Row row = state.rows().get(d);
        boolean isFree = row.kind() == Kind.PENDING
                || (row.kind() == Kind.LEASED && row.isExpired() && fault != Fault.NEVER_TAKES_OVER)
                || (row.isLeased() && fault == Fault.CLAIMS_WHAT_IS_LEASED);
        Row other = state.rows().get(1 - d);
        boolean isInOrder = !(d == 1 && other.isOpen()) && !other.isLeased();
        return isFree && (isInOrder || fault == Fault.CLAIMS_OUT_OF_ORDER) && !isLocked(state, d);
    }

    private static boolean isLocked(State state, int d) {
        return state.processes().stream()
                .anyMatch(process -> process.step() == Step.IN_TRANSACTION && process.delivery() == d);
    }

    private State stored(State state, int p) {
        Actor process = state.processes().get(p);
        int d = process.delivery();
        Row row = state.rows().get(d);
        boolean isFirst = !state.rows().get(1 - d).isOpen() || fault == Fault.OVERTAKES_ON_ARRIVAL;
        return isFirst
                ? state.with(d, row.leasedTo(p)).with(p, process.at(Step.HANDLING))
                : state.with(d, row.pending()).with(p, process.at(Step.ANSWERING));
    }

    private void handle(State state, int p, List<State> next) {
        Actor process = state.processes().get(p);
        int d = process.delivery();
        Row row = state.rows().get(d);
        if (style == Style.PLAIN) {
            boolean early = fault == Fault.COMPLETES_BEFORE_THE_EFFECT && row.kind() != Kind.HANDLED;
            next.add(
                    early
                            ? state.with(d, row.handled())
                            : state.with(d, row.shipped()).with(p, process.at(Step.COMPLETING)));
        } else if (row.kind() == Kind.HANDLED && fault != Fault.COMMITS_WITHOUT_LOOKING) {
            next.add(state.with(p, process.at(Step.COMPLETING)));
        } else if (!isLocked(state, d)) {
            next.add(state.with(p, process.at(Step.IN_TRANSACTION)));
        }
    }

    private State committed(State state, int p) {
        int d = state.processes().get(p).delivery();
        return state.with(d, state.rows().get(d).handled().shipped());
    }

    private State completed(State state, int p) {
        int d = state.processes().get(p).delivery();
        Row row = state.rows().get(d);
        boolean isHeld = row.kind() == Kind.LEASED && row.holder() == p;
        return isHeld && style == Style.PLAIN ? state.with(d, row.handled()) : state;
    }

    private State failed(State state, int p) {
        int d = state.processes().get(p).delivery();
        Row row = state.rows().get(d);
        boolean isOurs = row.kind() == Kind.LEASED && row.holder() == p && !isLocked(state, d);
        boolean isReopened = fault == Fault.FAILS_WHAT_IS_HANDLED && row.kind() == Kind.HANDLED;
        return isOurs || isReopened ? state.with(d, row.pending()) : state;
    }

    private static State ended(State state, int p) {
        Actor process = state.processes().get(p);
        return state.with(p, process.isReceiving() ? process.at(Step.ANSWERING) : Actor.IDLE);
    }

    private State answered(State state, int p) {
        Actor process = state.processes().get(p);
        int d = process.delivery();
        Actor next =
                fault == Fault.ANSWERS_BEFORE_STORING && state.rows().get(d).kind() == Kind.ABSENT
                        ? process.at(Step.STORING)
                        : Actor.IDLE;
        return state.with(d, state.rows().get(d).promised()).with(p, next);
    }

    private static void renew(State state, int p, List<State> next) {
        int d = state.processes().get(p).delivery();
        if (d >= 0) {
            Row row = state.rows().get(d);
            if (row.kind() == Kind.LEASED && row.isExpired() && row.holder() == p) {
                next.add(state.with(d, row.renewed()));
            }
        }
    }
}
