package com.paycrypt.sdk.internal.json;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Exact decimals from JSON numbers or from text, never by way of a {@code double}. */
public final class Decimals {
    /** ASCII digits alone: {@link BigDecimal} itself takes the digits of every script. */
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,60}(\\.[0-9]{1,60})?([eE][+-]?[0-9]{1,2})?");

    /** As many before or after the point as an amount of money may have. */
    private static final int MOST_PLACES = 100;

    private Decimals() {}

    /**
     * The number that a text stands for.
     *
     * @param text the text, or null
     * @return the exact number, or empty where the text is none
     */
    public static Optional<BigDecimal> parse(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(number -> DECIMAL.matcher(number).matches())
                .map(BigDecimal::new)
                .filter(number -> Math.abs(number.scale()) <= MOST_PLACES);
    }
}
