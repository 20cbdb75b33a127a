package com.paycrypt.examples.doctor;

import java.time.Duration;
import java.util.List;

/** The timestamp: when, and how it is spelled. */
final class Clocks {
    private Clocks() {}

    static List<Scenario> all() {
        return List.of(STALE, FUTURE, OVERFLOW, TIMESTAMP_FORM, RESPELLED);
    }

    private static final Scenario STALE = Scenario.of(
            "stale",
            "a delivery signed 310 s ago, and one signed a day ago",
            "Reject with 400 where |now - timestamp| > 300 s: else a recorded delivery can be sent again for ever.",
            probe -> {
                probe.rejected("signed 310 s ago", probe.genuine(Duration.ofSeconds(-310)), 400);
                probe.rejected("signed a day ago", probe.genuine(Duration.ofDays(-1)), 400);
            });

    private static final Scenario FUTURE = Scenario.of(
            "future",
            "a delivery signed 310 s from now, and one signed a year from now",
            "Bound the future like the past: a delivery of next year stays valid until next year.",
            probe -> {
                probe.rejected("signed 310 s ahead", probe.genuine(Duration.ofSeconds(310)), 400);
                probe.rejected("signed a year ahead", probe.genuine(Duration.ofDays(365)), 400);
            });

    private static final Scenario OVERFLOW = Scenario.of(
            "timestamp-overflow",
            "rightly signed timestamps at the ends of a 64-bit number and beyond",
            "Compare without overflow: Math.abs(Long.MIN_VALUE) is negative, and so passes <= 300.",
            probe -> {
                long now = probe.signatures().now();
                byte[] body = probe.event().body();
                for (String end : List.of(
                        Long.toString(now + Long.MIN_VALUE),
                        Long.toString(Long.MIN_VALUE),
                        Long.toString(Long.MAX_VALUE),
                        "9".repeat(40),
                        Long.toString(now + (1L << 32)))) {
                    probe.rejected("timestamp " + end, probe.signatures().signText(end, body), 400);
                }
            });

    private static final Scenario TIMESTAMP_FORM = Scenario.of(
            "timestamp-form",
            "rightly signed timestamps that are not unix seconds: empty, words, fractions, milliseconds, other digits",
            "Take a timestamp of ASCII digits alone; everything else is answered 400, never 500.",
            probe -> {
                String now = Long.toString(probe.signatures().now());
                byte[] body = probe.event().body();
                for (String form :
                        List.of("", "yesterday", now + ".5", now + "000", "1e9", "0x5f", "2026-01-01T00:00:00Z")) {
                    probe.rejected(
                            "timestamp '" + form + "'", probe.signatures().signText(form, body), 400);
                }
                probe.rejected(
                        "a timestamp of Arabic digits", probe.signatures().signText(arabic(now), body), 400);
            });

    private static String arabic(String digits) {
        StringBuilder other = new StringBuilder();
        digits.chars().forEach(digit -> other.appendCodePoint(digit - '0' + 0x660));
        return other.toString();
    }

    private static final Scenario RESPELLED = Scenario.of(
            "respelled-timestamp",
            "a genuine delivery whose timestamp header is spelled +N, 0N or N with underscores",
            "Sign over the header's own text and accept one spelling, so that no replay can be respelled.",
            probe -> {
                Delivery genuine = probe.genuine();
                String now = genuine.header(Delivery.TIMESTAMP).orElseThrow();
                for (String spelling : List.of("+" + now, "0" + now, now.replaceFirst("...", "$0_"), now + ".0")) {
                    probe.rejected("timestamp " + spelling, genuine.with(Delivery.TIMESTAMP, spelling), 400, 401);
                }
            });
}
