package com.paycrypt.sdk.internal.text;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What amounts and currency codes must be, and how an amount is spelled on the wire so that no server rounds it. */
public final class AmountRules {
    /** Servers round further decimals away silently. */
    private static final int MAX_DECIMALS = 2;

    /** Servers were seen to fail on longer amounts. */
    private static final int MAX_DIGITS = 18;

    private static final String UNBOUNDED =
            "amount has more than " + Decimals.MAX_PLACES + " digits before or after the point: look for a wrong unit";

    private static final int MIN_CODE = 2;
    private static final int MAX_CODE = 5;
    private static final int UNKNOWN = -1;

    private AmountRules() {}

    /** Parses an amount as a merchant writes it; null if it is not one, which is then among the violations. */
    public static @Nullable BigDecimal parse(@Nullable String amount, Violations violations) {
        if (amount == null) {
            violations.add("amount is missing: give it with its currency, such as \"49.00\" and \"USD\"");
            return null;
        }
        if (!Decimals.isPlain(amount)) {
            violations.add("amount is not a plain decimal such as 49.00 (digits with at most one point, no sign,"
                    + " exponent, comma or whitespace)");
            return null;
        }
        BigDecimal number = Decimals.parse(amount).orElse(null);
        if (number == null) {
            violations.add(UNBOUNDED);
        }
        return number;
    }

    /** Adds a violation if an amount has more digits than any amount of money. */
    public static void checkBounds(BigDecimal amount, Violations violations) {
        if (!Decimals.isBounded(amount)) {
            violations.add(UNBOUNDED);
        }
    }

    /** Adds a violation if a text is not a currency's code. */
    public static void checkCurrency(@Nullable String currency, Violations violations) {
        if (currency == null || currency.isBlank()) {
            violations.add("currency is " + (currency == null ? "missing" : "blank") + ": give its code, such as USD");
        } else if (!isCurrency(currency)) {
            violations.add("currency is not a code of " + MIN_CODE + " to " + MAX_CODE
                    + " ASCII letters or digits, such as USD: give the code without symbol, name or whitespace");
        }
    }

    /** Returns whether a text is a currency's code: some letters beyond ASCII have an ASCII one as their upper case. */
    public static boolean isCurrency(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isAsciiLetterOrDigit(text.charAt(i))) {
                return false;
            }
        }
        return text.length() >= MIN_CODE && text.length() <= MAX_CODE;
    }

    /** Adds what servers would reject, fail on or round; what is absent or no code was added before. */
    public static void checkPayable(@Nullable BigDecimal amount, @Nullable String currency, Violations violations) {
        if (amount == null) {
            return;
        }
        if (amount.signum() <= 0) {
            violations.add("amount is not above zero: give what the customer is to pay");
        }
        if ((long) amount.precision() - amount.scale() > MAX_DIGITS - MAX_DECIMALS) {
            violations.add("amount has more than " + (MAX_DIGITS - MAX_DECIMALS)
                    + " digits before the point: look for a wrong unit");
        }
        if (currency != null && isCurrency(currency)) {
            checkDecimals(amount, currency.toUpperCase(Locale.ROOT), violations);
        }
    }

    private static void checkDecimals(BigDecimal amount, String currency, Violations violations) {
        int digits = digitsOf(currency);
        int most = digits < 0 ? MAX_DECIMALS : Math.min(digits, MAX_DECIMALS);
        if (amount.scale() > most) {
            violations.add("amount has " + amount.scale() + " decimals, but " + currency + " takes at most " + most
                    + ": " + remedy(amount, most));
        }
    }

    /** Returns the amount on the wire, filled up to the currency's digits: {@code 49} USD is {@code 49.00}. */
    public static String spell(BigDecimal amount, String currency) {
        int fewest = Math.max(0, Math.min(digitsOf(currency), MAX_DECIMALS));
        return (amount.scale() < fewest ? amount.setScale(fewest) : amount).toPlainString();
    }

    private static String remedy(BigDecimal amount, int decimals) {
        return amount.stripTrailingZeros().scale() <= decimals
                ? "the last ones are zeros, and setScale(" + decimals + ") removes them without rounding"
                : "round it as your shop's rules say, because servers would round it silently";
    }

    private static int digitsOf(String currency) {
        try {
            return Currency.getInstance(currency).getDefaultFractionDigits();
        } catch (IllegalArgumentException e) {
            return UNKNOWN;
        }
    }

    private static boolean isAsciiLetterOrDigit(char character) {
        return (character >= '0' && character <= '9')
                || (character >= 'A' && character <= 'Z')
                || (character >= 'a' && character <= 'z');
    }
}
