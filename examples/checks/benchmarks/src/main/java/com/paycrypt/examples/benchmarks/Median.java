package com.paycrypt.examples.benchmarks;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The median of a figure over all rounds, the larger one of two in the middle. */
public final class Median {
    private Median() {}

    public static <T> double of(List<T> rounds, ToDoubleFunction<T> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
