package com.paycrypt.sandbox.checkout;

import static com.paycrypt.sandbox.support.Merchant.json;
import static com.paycrypt.sandbox.support.Merchant.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sandbox.Customer;
import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sandbox.model.Coin;
import com.paycrypt.sandbox.support.Merchant;
import com.paycrypt.sandbox.support.Receiver;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The page never says anything untrue about money. */
class WordsTest {
    private static final String NOT_LOST = "It is not lost: the shop can see it and has to return it."
            + " Do not pay again before the shop has answered.";

    private final Sandbox sandbox = Sandbox.start();
    private final Merchant merchant = new Merchant(sandbox);
    private final String id = json(merchant.create(order("ORD-1"))).path("id").asText();
    private final Customer customer = sandbox.customer(id).chooses(Coin.USDT_TRON);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void nothingCameInOnlyIfNothingDid() {
        customer.fails();

        assertThat(page()).contains("The payment did not go through. Nothing came in.");
    }

    @Test
    void whatCameInBeforeItFailedIsNamed() {
        customer.pays("24.50").fails();

        assertThat(page())
                .contains("The payment failed after 24.500000 USDT of 49.000000 USDT had come in. " + NOT_LOST)
                .doesNotContain("Nothing came in", "Start again");
    }

    @Test
    void whatCameInBeforeTheTimeWasUpIsNamed() {
        customer.pays("24.50").hasTime(Duration.ZERO);

        assertThat(page())
                .contains("Time ran out after 24.500000 USDT of 49.000000 USDT had come in. " + NOT_LOST)
                .doesNotContain("Nothing came in", "Start again");
    }

    @Test
    void whatWasSeenBeforeItFailedIsNamedThoughUnconfirmed() {
        customer.paysUnconfirmed().fails();

        assertThat(page()).contains("49.000000 USDT of 49.000000 USDT had come in. " + NOT_LOST);
    }

    @Test
    void whatComesTooLateIsNamed() {
        customer.paysTooLate();

        assertThat(page())
                .contains("49.000000 USDT came in on Tron (TRC-20) after this payment was over. " + NOT_LOST)
                .doesNotContain("Nothing came in", "Start again", "<dt>Due</dt>");
    }

    @Test
    void anotherCoinIsNamed() {
        customer.sends(Coin.USDT_ETHEREUM, "49");

        assertThat(page())
                .contains("49.000000 USDT came in on Ethereum (ERC-20), but this payment is in USDT on Tron (TRC-20).");
    }

    @Test
    void whatIsTooMuchIsNamed() {
        customer.pays("50");

        assertThat(page()).contains("50.000000 USDT came in, 1.000000 USDT more than the amount.");
    }

    @Test
    void aShopWithoutWebhookIsNotSaidToBeTold() {
        customer.pays();

        assertThat(page())
                .contains("49.000000 USDT came in. You can go back now.")
                .doesNotContain("being told");
    }

    @ParameterizedTest
    @CsvSource({
        "200, The shop was told.",
        "500, 'The shop could not be told: if your order stays unpaid, show it this page.'"
    })
    void whetherTheShopWasToldDependsOnTheWebhook(int status, String told) throws IOException {
        try (Receiver receiver = Receiver.start().thenAnswer(status)) {
            String announced = merchant.createSession(receiver.url());
            sandbox.customer(announced).pays();
            sandbox.webhooks().await(announced);

            assertThat(merchant.get("/checkout/" + announced).body()).contains(told);
        }
    }

    @Test
    void confirmationsAreCounted() {
        customer.paysUnconfirmed().confirms(3);

        assertThat(page()).contains("3 of 19 confirmations");
    }

    @Test
    void thePriceIsHeldForAQuarterOfAnHourAndThenTheChoiceIsMadeAgain() {
        assertThat(page()).contains("Price held for", "Time left to pay", "data-step=\"pay\"");
        sandbox.advance(Duration.ofMinutes(15));

        assertThat(page()).contains("The price was held for 15 minutes. Choose again.", "data-step=\"choose\"");
    }

    @ParameterizedTest
    @EnumSource
    void everyPaymentPageWarnsOfOtherNetworks(Coin coin) {
        customer.chooses(coin);

        assertThat(page()).contains("Coins that are sent on another network are lost.");
    }

    @ParameterizedTest
    @EnumSource
    void theCodeSaysWhatWalletsRead(Coin coin) {
        String uri = PaymentUri.of(coin, "ADDRESS", new BigDecimal("1.5").setScale(coin.digits()));

        assertThat(uri)
                .isEqualTo(
                        switch (coin) {
                            case BTC_BITCOIN -> "bitcoin:ADDRESS?amount=1.50000000";
                            case ETH_ETHEREUM -> "ethereum:ADDRESS@1?value=1500000000000000000";
                            case ETH_ARBITRUM -> "ethereum:ADDRESS@42161?value=1500000000000000000";
                            case USDT_TRON -> "ADDRESS";
                            case USDT_ETHEREUM -> "ethereum:0xSANDBOXUSDT@1/transfer?address=ADDRESS&uint256=1500000";
                            case USDC_POLYGON -> "ethereum:0xSANDBOXUSDC@137/transfer?address=ADDRESS&uint256=1500000";
                        });
    }

    private String page() {
        return merchant.get("/checkout/" + id).body();
    }
}
