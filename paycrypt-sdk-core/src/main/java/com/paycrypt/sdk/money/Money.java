package com.paycrypt.sdk.money;

import com.paycrypt.sdk.internal.text.AmountRules;
import com.paycrypt.sdk.internal.text.Violations;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An exact amount in a currency, for example {@code Money.of("49.00", "USD")}.
 *
 * <p>Decimal throughout: never a {@code double}, never rounded. Two values are equal if they are the same amount of the
 * same currency, regardless of trailing zeros: {@code 49 USD} equals {@code 49.00 USD}.
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class Money {
    private static final String INVALID = "this is not an amount of money";

    private final BigDecimal amount;
    private final String currency;

    private Money(BigDecimal amount, String currency) {
        this.amount = amount;
        this.currency = currency;
    }

    /**
     * Creates an amount from text.
     *
     * @param amount plain decimal digits with at most one point, such as {@code "49.00"}; no exponent, sign, whitespace
     *     or grouping; at most 100 digits before and after the point
     * @param currency the currency's code, 2 to 5 ASCII letters or digits such as {@code "USD"}; kept in upper case
     * @return the amount
     * @throws IllegalArgumentException if the amount or the currency is anything else; the message names both
     */
    public static Money of(String amount, String currency) {
        Violations violations = new Violations();
        return checked(AmountRules.parse(amount, violations), currency, violations);
    }

    /**
     * Creates an amount from a decimal.
     *
     * @param amount the amount, with at most 100 digits before and after the point
     * @param currency the currency's code, 2 to 5 ASCII letters or digits such as {@code "USD"}; kept in upper case
     * @return the amount
     * @throws IllegalArgumentException if the amount or the currency is anything else; the message names both
     */
    public static Money of(BigDecimal amount, String currency) {
        Violations violations = new Violations();
        AmountRules.checkBounds(Objects.requireNonNull(amount, "amount"), violations);
        return checked(amount, currency, violations);
    }

    private static Money checked(@Nullable BigDecimal amount, String currency, Violations violations) {
        AmountRules.checkCurrency(currency, violations);
        violations.throwIfAny(INVALID);
        return new Money(Objects.requireNonNull(amount), currency.toUpperCase(Locale.ROOT));
    }

    /**
     * Returns the amount, with the decimals it was given.
     *
     * @return the exact amount
     */
    public BigDecimal amount() {
        return amount;
    }

    /**
     * Returns the currency's code.
     *
     * @return the code in upper case
     */
    public String currency() {
        return currency;
    }

    /**
     * Returns whether two values are the same amount of the same currency, regardless of trailing zeros.
     *
     * @param other the value to compare with
     * @return true for an equal amount of the same currency
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof Money that && amount.compareTo(that.amount) == 0 && currency.equals(that.currency);
    }

    @Override
    public int hashCode() {
        return Objects.hash(amount.stripTrailingZeros(), currency);
    }

    /**
     * Returns the amount and the currency, without an exponent.
     *
     * @return such as {@code 49.00 USD}
     */
    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
