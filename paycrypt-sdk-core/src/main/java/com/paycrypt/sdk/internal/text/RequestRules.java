package com.paycrypt.sdk.internal.text;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the fields of a payment session request must be so that no server rejects them or fails on them. */
public final class RequestRules {
    /** Servers on PostgreSQL fail on longer ones, again and again. */
    private static final int MAX_ORDER_ID = 64;

    private static final int MAX_EMAIL = 255;

    private RequestRules() {}

    /** Adds what is wrong with an order id, which is required. */
    public static void checkOrderId(@Nullable String orderId, Violations violations) {
        if (orderId == null || orderId.isBlank()) {
            violations.add(
                    "order_id is " + (orderId == null ? "missing" : "blank") + ": give your own id of the order");
        } else {
            checkLength("order_id", orderId, MAX_ORDER_ID, violations);
            checkText(() -> "order_id", orderId, violations);
        }
    }

    /** Adds what is wrong with an e-mail address, which is optional. */
    public static void checkEmail(@Nullable String email, Violations violations) {
        if (email != null && email.isBlank()) {
            violations.add("customer.email is blank: give an address or leave it unset");
        } else if (email != null) {
            checkLength("customer.email", email, MAX_EMAIL, violations);
            checkText(() -> "customer.email", email, violations);
        }
    }

    /** Adds what is wrong with a URL that is required. */
    public static void checkRequiredUrl(String field, @Nullable String url, Violations violations) {
        if (url == null) {
            violations.add(field + " is missing: give an absolute http or https URL");
        } else {
            checkUrl(field, url, violations);
        }
    }

    /** Adds what is wrong with a URL that is optional. */
    public static void checkUrl(String field, @Nullable String url, Violations violations) {
        String violation = url == null ? null : WebUrl.violation(url);
        if (violation != null) {
            violations.add(field + " " + violation);
        }
    }

    /** Adds the characters that databases or UTF-8 cannot hold: what arrives would be an error or something else. */
    public static void checkText(Supplier<String> field, String text, Violations violations) {
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            violations.add(field.get() + " has U+0000 at position " + nul + ", which servers cannot store: remove it");
        }
        int half = firstHalf(text);
        if (half >= 0) {
            violations.add(field.get() + " has half a character at position " + half
                    + " (an unpaired surrogate): cut text between characters");
        }
    }

    private static void checkLength(String field, String text, int limit, Violations violations) {
        int length = text.codePointCount(0, text.length());
        if (length > limit) {
            violations.add(
                    field + " has " + length + " characters, but servers take at most " + limit + ": shorten it");
        }
    }

    /** Returns the index of the first unpaired surrogate, or -1. */
    private static int firstHalf(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (Character.isHighSurrogate(character)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(character)) {
                return i;
            }
        }
        return -1;
    }
}
