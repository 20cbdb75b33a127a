package com.paycrypt.sandbox.diagnosis;

import com.paycrypt.sandbox.wire.Timestamps;

/** What is wrong with a timestamp. */
final class Timestamped {
    private Timestamped() {}

    static String malformed(String timestamp) {
        if (timestamp.isEmpty()) {
            return "X-Paycrypt-Timestamp is missing.";
        }
        if (timestamp.matches("[0-9]{13}")) {
            return "X-Paycrypt-Timestamp is in milliseconds. Divide by 1000: Instant.now().getEpochSecond().";
        }
        if (timestamp.matches("[0-9]+\\.[0-9]+")) {
            return "X-Paycrypt-Timestamp has a fraction. Send whole seconds, and sign the same text.";
        }
        if (timestamp.matches("[0-9]{4}-.*")) {
            return "X-Paycrypt-Timestamp is a date. Send unix seconds (UTC).";
        }
        return "X-Paycrypt-Timestamp is no plain integer: digits alone, no sign, no blank, no leading zero.";
    }

    static String off(long seconds) {
        return "X-Paycrypt-Timestamp is " + Math.abs(seconds) + " s " + (seconds < 0 ? "behind" : "ahead of")
                + " this server's clock; " + Timestamps.WINDOW.toSeconds() + " s are allowed. " + reason(seconds);
    }

    private static String reason(long seconds) {
        long quarterHour = 900;
        long beyond = Math.abs(seconds) % quarterHour;
        boolean zone = Math.abs(seconds) >= quarterHour && Math.min(beyond, quarterHour - beyond) < 30;
        return zone
                ? "By whole quarter hours, so local time was taken for UTC."
                : "Set the sender's clock (NTP), and sign each attempt anew.";
    }
}
