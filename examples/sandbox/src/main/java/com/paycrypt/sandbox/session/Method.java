package com.paycrypt.sandbox.session;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A coin on a network, with a fixed, invented rate: amounts are the same on every run. Rates are for one unit of
 * whatever currency the order has.
 */
public enum Method {
    /** Bitcoin on its own chain. */
    BTC_BITCOIN("Bitcoin", "BTC", "Bitcoin", "64000", 8),

    /** Ether on its own chain. */
    ETH_ETHEREUM("Ether", "ETH", "Ethereum", "3200", 8),

    /** Ether on a roll-up. */
    ETH_ARBITRUM("Ether", "ETH", "Arbitrum One", "3200", 8),

    /** Tether on Tron. */
    USDT_TRON("Tether", "USDT", "Tron (TRC-20)", "1", 6),

    /** Tether on Ethereum. */
    USDT_ETHEREUM("Tether", "USDT", "Ethereum (ERC-20)", "1", 6),

    /** USD Coin on Polygon. */
    USDC_POLYGON("USD Coin", "USDC", "Polygon", "1", 6);

    /** What is offered first, and what pays where nobody chose. */
    public static final Method DEFAULT = BTC_BITCOIN;

    private final String coinName;
    private final String coin;
    private final String network;
    private final BigDecimal rate;
    private final int digits;

    Method(String coinName, String coin, String network, String rate, int digits) {
        this.coinName = coinName;
        this.coin = coin;
        this.network = network;
        this.rate = new BigDecimal(rate);
        this.digits = digits;
    }

    /**
     * The coin's full name.
     *
     * @return such as {@code Bitcoin}
     */
    public String coinName() {
        return coinName;
    }

    /**
     * The coin's symbol.
     *
     * @return such as {@code BTC}
     */
    public String coin() {
        return coin;
    }

    /**
     * The network's name.
     *
     * @return such as {@code Tron (TRC-20)}
     */
    public String network() {
        return network;
    }

    /**
     * What one coin costs.
     *
     * @return units of the order's currency
     */
    public BigDecimal rate() {
        return rate;
    }

    /**
     * What an amount is in this coin, rounded up: rounded down, a payment of it would be short.
     *
     * @param amount the order's amount
     * @return the coin's amount, exact
     */
    public BigDecimal quote(BigDecimal amount) {
        return amount.divide(rate, MathContext.DECIMAL128).setScale(digits, RoundingMode.CEILING);
    }

    /**
     * The name in forms.
     *
     * @return such as {@code usdt-tron}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The method of a name.
     *
     * @param label such as {@code usdt-tron}
     * @return the method, or empty if there is none
     */
    public static Optional<Method> of(String label) {
        return Arrays.stream(values())
                .filter(method -> method.label().equals(label))
                .findFirst();
    }
}
