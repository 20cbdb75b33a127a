package com.paycrypt.sdk.money;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;

/**
 * An exact amount in a currency, for example {@code Money.of("49.00", "USD")}.
 *
 * <p>Decimal all the way: never a {@code double}, never rounded. Two values are equal if they are the same amount of
 * the same currency, however many zeros each was written with: {@code 49 USD} equals {@code 49.00 USD}.
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class Money {
    /** Far beyond every currency; a decimal exponent could make a short number fill the memory. */
    private static final int MOST_PLACES = 100;

    private static final String BLANK_CURRENCY = "currency is blank: give its code, such as USD";

    private final BigDecimal amount;
    private final String currency;

    private Money(BigDecimal amount, String currency) {
        this.amount = amount;
        this.currency = currency;
    }

    /**
     * An amount given as text.
     *
     * @param amount plain decimal digits with at most one point, such as {@code "49.00"}; no exponent, sign, blank or
     *     grouping
     * @param currency the currency's code, such as {@code "USD"}; held in upper case
     * @return the value
     * @throws IllegalArgumentException if the amount is no plain decimal or the currency is blank
     */
    public static Money of(String amount, String currency) {
        if (!PlainDecimal.isPlain(amount) && currency.isBlank()) {
            throw new IllegalArgumentException(PlainDecimal.WANTED + "; " + BLANK_CURRENCY);
        }
        return of(PlainDecimal.parse(amount), currency);
    }

    /**
     * An amount given as a decimal.
     *
     * @param amount the amount
     * @param currency the currency's code, such as {@code "USD"}; held in upper case
     * @return the value
     * @throws IllegalArgumentException if the currency is blank, or the amount has over 100 places before or after the
     *     point
     */
    public static Money of(BigDecimal amount, String currency) {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
        if (currency.isBlank()) {
            throw new IllegalArgumentException(BLANK_CURRENCY);
        }
        if (Math.abs((long) amount.scale()) > MOST_PLACES) {
            throw new IllegalArgumentException(
                    "amount has more places than any amount of money: look for a wrong unit");
        }
        return new Money(amount, currency.strip().toUpperCase(Locale.ROOT));
    }

    /**
     * The amount, with the decimals it was given.
     *
     * @return the exact amount
     */
    public BigDecimal amount() {
        return amount;
    }

    /**
     * The currency's code.
     *
     * @return the code in upper case
     */
    public String currency() {
        return currency;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Money that && amount.compareTo(that.amount) == 0 && currency.equals(that.currency);
    }

    @Override
    public int hashCode() {
        return Objects.hash(amount.stripTrailingZeros(), currency);
    }

    /**
     * The amount and the currency as people write them.
     *
     * @return such as {@code 49.00 USD}
     */
    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
