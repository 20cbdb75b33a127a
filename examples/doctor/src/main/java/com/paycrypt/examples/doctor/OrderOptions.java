package com.paycrypt.examples.doctor;

import com.paycrypt.examples.cli.Problems;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The order that the events name. */
final class OrderOptions {
    @Option(names = "--order", paramLabel = "ID", description = "an open order of the shop, made for this test")
    private @Nullable String order;

    @Option(names = "--amount", paramLabel = "AMOUNT", description = "what the order costs, such as 49.00")
    private @Nullable String amount;

    @Option(names = "--currency", paramLabel = "CODE", description = "in which currency; USD unless given")
    private String currency = "USD";

    /** The order's id; null if none is given. */
    @Nullable
    String id() {
        return order;
    }

    /** The order if its id and amount are given; notes it where only one of them is. */
    Optional<TestOrder> order(Problems problems) {
        if (order == null && amount == null) {
            return Optional.empty();
        }
        if (order == null || amount == null) {
            problems.add("--order and --amount belong together: give both or none");
            return Optional.empty();
        }
        return order(problems, order, amount);
    }

    private Optional<TestOrder> order(Problems problems, String id, String price) {
        return problems.noting(() -> decimal(price))
                .map(number -> new TestOrder(id, number, currency, TestOrder.Origin.GIVEN));
    }

    private static BigDecimal decimal(String text) {
        if (!text.matches("\\d{1,18}(\\.\\d{1,8})?")) {
            throw new IllegalArgumentException("--amount takes a plain decimal such as 49.00, not " + text);
        }
        return new BigDecimal(text);
    }
}
