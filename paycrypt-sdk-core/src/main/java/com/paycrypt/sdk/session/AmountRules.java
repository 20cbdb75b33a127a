package com.paycrypt.sdk.session;

import com.paycrypt.sdk.internal.text.Violations;
import com.paycrypt.sdk.money.Money;
import java.math.BigDecimal;
import java.util.Currency;

/** What an amount must be so that no server rounds it, and how it is then spelled. */
final class AmountRules {
    /** Servers round further decimals away silently. */
    private static final int MOST_DECIMALS = 2;

    /** Servers were seen to fail on longer amounts. */
    private static final int MOST_DIGITS = 18;

    private static final int UNKNOWN = -1;

    private AmountRules() {}

    static void check(Money money, Violations violations) {
        BigDecimal amount = money.amount();
        if (amount.signum() <= 0) {
            violations.add("amount is not above zero: give what the customer is to pay");
        }
        if ((long) amount.precision() - amount.scale() > MOST_DIGITS - MOST_DECIMALS) {
            violations.add("amount has more than " + (MOST_DIGITS - MOST_DECIMALS)
                    + " digits before the point: look for a wrong unit");
        }
        if (amount.scale() > mostDecimals(money.currency())) {
            violations.add("amount has " + amount.scale() + " decimals where " + money.currency() + " takes at most "
                    + mostDecimals(money.currency())
                    + ": " + remedy(amount, mostDecimals(money.currency())));
        }
    }

    private static String remedy(BigDecimal amount, int decimals) {
        return amount.stripTrailingZeros().scale() <= decimals
                ? "they are zeros, and setScale(" + decimals + ") takes them away without rounding"
                : "round it as your shop's rules say, because servers would do it silently";
    }

    /** The amount on the wire, filled up to the currency's digits: {@code 49} USD is {@code 49.00}. */
    static String text(Money money) {
        int fewest = Math.max(0, Math.min(digitsOf(money.currency()), MOST_DECIMALS));
        BigDecimal amount = money.amount();
        return (amount.scale() < fewest ? amount.setScale(fewest) : amount).toPlainString();
    }

    private static int mostDecimals(String currency) {
        int digits = digitsOf(currency);
        return digits == UNKNOWN ? MOST_DECIMALS : Math.min(digits, MOST_DECIMALS);
    }

    private static int digitsOf(String currency) {
        try {
            return Currency.getInstance(currency).getDefaultFractionDigits();
        } catch (IllegalArgumentException e) {
            return UNKNOWN;
        }
    }
}
