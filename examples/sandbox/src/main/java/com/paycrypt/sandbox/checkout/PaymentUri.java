package com.paycrypt.sandbox.checkout;

import com.paycrypt.sandbox.model.Coin;
import java.math.BigDecimal;

/**
 * What the QR code says: address and amount in the form that wallets read. Tron has no such form; wallets there read the
 * bare address.
 *
 * @see <a href="https://github.com/bitcoin/bips/blob/master/bip-0021.mediawiki">BIP 21</a>
 * @see <a href="https://eips.ethereum.org/EIPS/eip-681">EIP-681</a>
 */
final class PaymentUri {
    private static final int WEI = 18;

    private PaymentUri() {}

    static String of(Coin coin, String address, BigDecimal amount) {
        return switch (coin) {
            case BTC_BITCOIN -> "bitcoin:" + address + "?amount=" + amount.toPlainString();
            case ETH_ETHEREUM -> ether(1, address, amount);
            case ETH_ARBITRUM -> ether(42_161, address, amount);
            case USDT_ETHEREUM -> token(1, coin, address, amount);
            case USDC_POLYGON -> token(137, coin, address, amount);
            case USDT_TRON -> address;
        };
    }

    private static String ether(int chain, String address, BigDecimal amount) {
        return "ethereum:" + address + "@" + chain + "?value=" + units(amount, WEI);
    }

    /** The contract is as unreal as the address: a real one beside it might be paid. */
    private static String token(int chain, Coin coin, String address, BigDecimal amount) {
        return "ethereum:" + Address.ETHEREUM_LIKE + coin.symbol() + "@" + chain + "/transfer?address=" + address
                + "&uint256=" + units(amount, coin.digits());
    }

    private static String units(BigDecimal amount, int decimals) {
        return amount.movePointRight(decimals).toBigInteger().toString();
    }
}
