package com.paycrypt.sandbox.checkout;

import com.paycrypt.sandbox.model.Coin;
import com.paycrypt.sandbox.model.Session;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An address that looks the part but that no wallet takes: it names the sandbox, which no chain's alphabet and checksum
 * allow, so that no coins can be sent to it by mistake. The same session and coin give the same address.
 */
final class Address {
    static final String ETHEREUM_LIKE = "0xSANDBOX";

    private Address() {}

    static String of(Session session, Coin coin) {
        return prefix(coin) + digest(session.id() + '/' + coin.label());
    }

    private static String prefix(Coin coin) {
        return switch (coin) {
            case BTC_BITCOIN -> "bc1qSANDBOX";
            case ETH_ETHEREUM, ETH_ARBITRUM, USDT_ETHEREUM, USDC_POLYGON -> ETHEREUM_LIKE;
            case USDT_TRON -> "TSANDBOX";
        };
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 14);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
