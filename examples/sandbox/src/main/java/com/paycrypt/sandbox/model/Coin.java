package com.paycrypt.sandbox.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A coin on a network. Its prices come from a fixed, invented table, so that amounts are the same on every run. */
public enum Coin {
    /** Bitcoin on its own chain. */
    BTC_BITCOIN("Bitcoin", "BTC", "Bitcoin", "64000", 8, 2),

    /** Ether on its own chain. */
    ETH_ETHEREUM("Ether", "ETH", "Ethereum", "3200", 8, 12),

    /** Ether on a roll-up. */
    ETH_ARBITRUM("Ether", "ETH", "Arbitrum One", "3200", 8, 20),

    /** Tether on Tron. */
    USDT_TRON("Tether", "USDT", "Tron (TRC-20)", "1", 6, 19),

    /** Tether on Ethereum. */
    USDT_ETHEREUM("Tether", "USDT", "Ethereum (ERC-20)", "1", 6, 12),

    /** USD Coin on Polygon. */
    USDC_POLYGON("USD Coin", "USDC", "Polygon", "1", 6, 30);

    /** The coin that is offered first, and that pays if none was chosen. */
    public static final Coin DEFAULT = BTC_BITCOIN;

    private final String coinName;
    private final String symbol;
    private final String network;
    private final BigDecimal dollars;
    private final int digits;
    private final int confirmations;

    Coin(String coinName, String symbol, String network, String dollars, int digits, int confirmations) {
        this.coinName = coinName;
        this.symbol = symbol;
        this.network = network;
        this.dollars = new BigDecimal(dollars);
        this.digits = digits;
        this.confirmations = confirmations;
    }

    /**
     * Returns the coin's full name.
     *
     * @return such as {@code Bitcoin}
     */
    public String coinName() {
        return coinName;
    }

    /**
     * Returns the coin's symbol.
     *
     * @return such as {@code BTC}
     */
    public String symbol() {
        return symbol;
    }

    /**
     * Returns the network's name.
     *
     * @return such as {@code Tron (TRC-20)}
     */
    public String network() {
        return network;
    }

    /**
     * Returns how many blocks confirm a transfer of this coin.
     *
     * @return the number of confirmations needed
     */
    public int confirmations() {
        return confirmations;
    }

    /**
     * Returns how many decimals an amount of this coin has.
     *
     * @return the number of decimals
     */
    public int digits() {
        return digits;
    }

    /**
     * Returns the price of one coin.
     *
     * @param currency the order's currency; one that the table does not know counts as US dollars
     * @return units of that currency
     */
    public BigDecimal rate(String currency) {
        return dollars.multiply(Rates.perDollar(currency)).stripTrailingZeros();
    }

    /**
     * Converts an amount into this coin, rounded up: rounded down, a payment of it would be short.
     *
     * @param amount an amount in the currency
     * @param currency the order's currency
     * @return the coin's amount, never negative
     */
    public BigDecimal quote(BigDecimal amount, String currency) {
        return amount.max(BigDecimal.ZERO)
                .divide(rate(currency), MathContext.DECIMAL128)
                .setScale(digits, RoundingMode.CEILING);
    }

    /**
     * Returns the name used in forms.
     *
     * @return such as {@code usdt-tron}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Finds a coin by its name.
     *
     * @param label such as {@code usdt-tron}
     * @return the coin, or empty if there is none
     */
    public static Optional<Coin> of(String label) {
        return Arrays.stream(values())
                .filter(coin -> coin.label().equals(label))
                .findFirst();
    }
}
