package com.paycrypt.examples.proofs.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All that there is: rows, processes, what the sender was told and what the shop did. A token is the number of the process
 * that leased the row; what a process had leased when it died has the token of nobody.
 */
record State(
        List<Row> rows, List<Actor> processes, int crashes, int losses, int failures, int expiries, boolean hadFaults) {
    /** A delivery: state of its row, holder of its lease, its effects, and whether the sender was told 200. */
    record Row(Kind kind, int holder, boolean isExpired, int effects, boolean isPromised, boolean isSent) {
        static final int NOBODY = -1;
        static final Row ABSENT = new Row(Kind.ABSENT, NOBODY, false, 0, false, false);

        boolean isOpen() {
            return kind == Kind.PENDING || kind == Kind.LEASED;
        }

        boolean isLeased() {
            return kind == Kind.LEASED && !isExpired;
        }

        Row leasedTo(int process) {
            return new Row(Kind.LEASED, process, false, effects, isPromised, isSent);
        }

        Row heldBy(int process) {
            return new Row(kind, process, isExpired, effects, isPromised, isSent);
        }

        Row pending() {
            return new Row(Kind.PENDING, NOBODY, false, effects, isPromised, isSent);
        }

        /** The token stays: a repeated completion by the same holder is the same completion. */
        Row handled() {
            return new Row(Kind.HANDLED, holder, false, effects, isPromised, isSent);
        }

        Row expired() {
            return new Row(kind, holder, true, effects, isPromised, isSent);
        }

        Row renewed() {
            return new Row(kind, holder, false, effects, isPromised, isSent);
        }

        Row shipped() {
            return new Row(kind, holder, isExpired, effects + 1, isPromised, isSent);
        }

        Row promised() {
            return new Row(kind, holder, isExpired, effects, true, isSent);
        }

        Row sent() {
            return new Row(kind, holder, isExpired, effects, isPromised, true);
        }
    }

    /** Kinds of rows. */
    enum Kind {
        ABSENT,
        PENDING,
        LEASED,
        HANDLED
    }

    /** A process: what it does, with which delivery, and whether it owes the sender a response. */
    record Actor(Step step, int delivery, boolean isReceiving) {
        static final Actor IDLE = new Actor(Step.IDLE, -1, false);

        Actor at(Step next) {
            return new Actor(next, delivery, isReceiving);
        }
    }

    /** Steps of a process; between any two of them it may die, and others may do any number of theirs. */
    enum Step {
        IDLE,
        STORING,
        HANDLING,
        IN_TRANSACTION,
        COMPLETING,
        FAILING,
        ANSWERING,
        DEAD
    }

    State with(int delivery, Row row) {
        return new State(replaced(rows, delivery, row), processes, crashes, losses, failures, expiries, hadFaults);
    }

    State with(int number, Actor process) {
        return new State(rows, replaced(processes, number, process), crashes, losses, failures, expiries, hadFaults);
    }

    State crashed() {
        return new State(rows, processes, crashes - 1, losses, failures, expiries, true);
    }

    State lost() {
        return new State(rows, processes, crashes, losses - 1, failures, expiries, true);
    }

    State failed() {
        return new State(rows, processes, crashes, losses, failures - 1, expiries, true);
    }

    State expired() {
        return new State(rows, processes, crashes, losses, failures, expiries - 1, true);
    }

    /**
     * The same with the processes in an order of their own: they differ in what they do alone, so that states that differ in
     * the numbers of processes lead to the same.
     */
    State sorted() {
        List<Integer> order = IntStream.range(0, processes.size())
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer process) -> processes.get(process).step())
                        .thenComparing(process -> processes.get(process).isReceiving())
                        .thenComparingInt(process -> processes.get(process).delivery())
                        .thenComparingInt(this::leases))
                .toList();
        List<Row> renumbered = rows.stream()
                .map(row -> row.holder() == Row.NOBODY ? row : row.heldBy(order.indexOf(row.holder())))
                .toList();
        List<Actor> moved = order.stream().map(processes::get).toList();
        return new State(renumbered, moved, crashes, losses, failures, expiries, hadFaults);
    }

    /** Which rows it holds, each a bit. */
    private int leases(int process) {
        int held = 0;
        for (Row row : rows) {
            held = held * 2 + (row.holder() == process ? 1 : 0);
        }
        return held;
    }

    private static <T> List<T> replaced(List<T> list, int index, T value) {
        List<T> copy = new ArrayList<>(list);
        copy.set(index, value);
        return List.copyOf(copy);
    }
}
