package com.paycrypt.sandbox.checkout;

import com.paycrypt.sandbox.model.State;

/** The sign beside a headline, drawn, because not every font has one. */
final class Marks {
    private static final String CHECK = "M5 12.5l4.5 4.5L19 7.5";
    private static final String CROSS = "M6.5 6.5l11 11M17.5 6.5l-11 11";
    private static final String CLOCK = "M12 6.5V12l3.5 2.5";
    private static final String EXCLAMATION = "M12 6v7.5M12 17v.5";

    private Marks() {}

    static String of(State state) {
        return switch (state) {
            case OPEN -> "";
            case PAID, OVERPAID -> svg("good", CHECK);
            case FAILED -> svg("bad", CROSS);
            case CANCELLED -> svg("plain", CROSS);
            case EXPIRED -> svg("plain", CLOCK);
            case PENDING -> svg("wait", CLOCK);
            case UNDERPAID -> svg("wait", EXCLAMATION);
        };
    }

    private static String svg(String tone, String path) {
        return "<svg class=\"mark " + tone + "\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><circle cx=\"12\" cy=\"12\""
                + " r=\"12\"/><path d=\"" + path + "\"/></svg>";
    }
}
