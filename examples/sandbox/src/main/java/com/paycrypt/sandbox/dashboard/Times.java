package com.paycrypt.sandbox.dashboard;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the pages show them, in UTC. */
final class Times {
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Times() {}

    static String shortly(Instant instant) {
        return SHORT.format(instant);
    }
}
