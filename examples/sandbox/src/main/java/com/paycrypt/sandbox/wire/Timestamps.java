package com.paycrypt.sandbox.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The timestamp of the API guide: unix seconds, rejected where {@code |now - ts| > 300 s}.
 *
 * <p>One spelling alone is taken, so that a captured request cannot be respelled: ASCII digits, no sign, no leading
 * zero, at most twelve.
 */
public final class Timestamps {
    /** How far a timestamp may be from now, both ways; this distance itself passes. */
    public static final Duration WINDOW = Duration.ofSeconds(300);

    private static final Pattern WELL_FORMED = Pattern.compile("0|[1-9][0-9]{0,11}");

    private Timestamps() {}

    /**
     * Reads the text of a timestamp header.
     *
     * @param text the text
     * @return the seconds, or empty for any other spelling
     */
    public static OptionalLong parse(String text) {
        return WELL_FORMED.matcher(text).matches() ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /**
     * Whether a timestamp is near enough to now. Twelve digits cannot overflow the difference.
     *
     * @param seconds unix seconds, as {@link #parse} gives them
     * @param now the receiver's time
     * @return true within the window
     */
    public static boolean inWindow(long seconds, Instant now) {
        return Math.abs(now.getEpochSecond() - seconds) <= WINDOW.toSeconds();
    }
}
