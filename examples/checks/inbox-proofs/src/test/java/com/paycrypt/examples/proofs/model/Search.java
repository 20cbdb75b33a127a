package com.paycrypt.examples.proofs.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Visits every state that can be reached, breadth first, and asks of each whether all can still end well. Of states that
 * differ in the numbers of their processes alone it visits one.
 */
final class Search {
    private final Model model;
    private final Map<State, Integer> numbers = new HashMap<>();
    private final List<State> states = new ArrayList<>();
    /** For each state those from which it is reached without a fault. */
    private final List<List<Integer>> origins = new ArrayList<>();

    private final List<Integer> parents = new ArrayList<>();
    private long transitions;
    private String violation;

    Search(Model model) {
        this.model = model;
    }

    /** Returns what is violated, with the shortest way there, or null. */
    String run(State initial) {
        visit(initial, -1);
        for (int i = 0; i < states.size() && violation == null; i++) {
            State state = states.get(i);
            for (State next : model.steps(state)) {
                int number = visit(next, i);
                origins.get(number).add(i);
            }
            for (State next : model.faults(state)) {
                visit(next, i);
            }
        }
        return violation != null ? violation : pendingForEver();
    }

    int states() {
        return states.size();
    }

    long transitions() {
        return transitions;
    }

    private int visit(State reached, int parent) {
        transitions++;
        State state = reached.sorted();
        Integer known = numbers.get(state);
        if (known != null) {
            return known;
        }
        int number = states.size();
        numbers.put(state, number);
        states.add(state);
        origins.add(new ArrayList<>(2));
        parents.add(parent);
        String wrong = model.violation(state);
        if (wrong != null && violation == null) {
            violation = wrong + way(number);
        }
        return number;
    }

    /** Some state from which no way without further faults leads to the end, or null. */
    private String pendingForEver() {
        boolean[] endsWell = new boolean[states.size()];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < states.size(); i++) {
            if (model.isDone(states.get(i))) {
                endsWell[i] = true;
                open.add(i);
            }
        }
        while (!open.isEmpty()) {
            for (int origin : origins.get(open.remove())) {
                if (!endsWell[origin]) {
                    endsWell[origin] = true;
                    open.add(origin);
                }
            }
        }
        for (int i = 0; i < states.size(); i++) {
            if (!endsWell[i]) {
                return "nothing pending for ever" + way(i);
            }
        }
        return null;
    }

    private String way(int last) {
        StringBuilder way = new StringBuilder();
        for (int i = last; i >= 0; i = parents.get(i)) {
            way.insert(0, "\n  " + states.get(i));
        }
        return way.toString();
    }
}
