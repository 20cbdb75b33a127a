package com.paycrypt.sandbox.model;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.util.Map;

/** How much of a currency one US dollar buys: fixed and invented, near enough to judge an amount by eye. */
final class Rates {
    private static final Map<String, String> PER_DOLLAR = Map.ofEntries(
            entry("AUD", "1.5"),
            entry("BRL", "5"),
            entry("BTC", "0.000015625"),
            entry("CAD", "1.36"),
            entry("CHF", "0.88"),
            entry("CNY", "7.2"),
            entry("CZK", "23"),
            entry("DKK", "6.9"),
            entry("ETH", "0.0003125"),
            entry("EUR", "0.92"),
            entry("GBP", "0.8"),
            entry("INR", "83"),
            entry("JPY", "150"),
            entry("KRW", "1300"),
            entry("MXN", "17"),
            entry("NOK", "10.5"),
            entry("PLN", "4"),
            entry("SEK", "10.4"),
            entry("TRY", "32"),
            entry("ZAR", "18.5"));

    private Rates() {}

    static BigDecimal perDollar(String currency) {
        return new BigDecimal(PER_DOLLAR.getOrDefault(currency, "1"));
    }
}
