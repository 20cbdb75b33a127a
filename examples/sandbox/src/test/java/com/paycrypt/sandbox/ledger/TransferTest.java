package com.paycrypt.sandbox.ledger;

import static com.paycrypt.sandbox.support.Merchant.json;
import static com.paycrypt.sandbox.support.Merchant.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sandbox.Customer;
import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sandbox.model.Coin;
import com.paycrypt.sandbox.model.Session;
import com.paycrypt.sandbox.model.State;
import com.paycrypt.sandbox.model.Transfer;
import com.paycrypt.sandbox.model.Transfer.Arrival;
import com.paycrypt.sandbox.support.Merchant;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The state of a session follows from what came in. */
class TransferTest {
    private final Sandbox sandbox = Sandbox.start();
    private final Merchant merchant = new Merchant(sandbox);
    private final String id = json(merchant.create(order("ORD-1"))).path("id").asText();
    private final Customer customer = sandbox.customer(id);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void whatIsPaidInPartsIsUnderpaidUntilAllIsThere() {
        customer.chooses(Coin.USDT_TRON).pays("24.50");
        assertThat(session().state()).isEqualTo(State.UNDERPAID);
        assertThat(session().due()).isEqualByComparingTo("24.5");

        customer.pays("24.50");
        assertThat(session().state()).isEqualTo(State.PAID);
        assertThat(session().transfers()).hasSize(2);
    }

    /** Half of 0.00076563 BTC, rounded up, twice, is 0.00076564. */
    @ParameterizedTest
    @EnumSource
    void twoHalvesAreTheWholeInEveryCoinThoughQuotesAreRoundedUp(Coin coin) {
        customer.chooses(coin).pays("24.50").pays("24.50");

        assertThat(session().state()).isEqualTo(State.PAID);
    }

    @Test
    void whatIsMoreThanTheAmountIsOverpaid() {
        customer.chooses(Coin.USDC_POLYGON).pays("50");

        assertThat(session().state()).isEqualTo(State.OVERPAID);
        assertThat(session().due()).isEqualByComparingTo("0");
    }

    @Test
    void aSecondPaymentIsTooMuch() {
        customer.paysTwice();

        assertThat(session().state()).isEqualTo(State.OVERPAID);
        assertThat(session().received()).isEqualByComparingTo(session().quoted().multiply(BigDecimal.valueOf(2)));
    }

    @Test
    void whatIsSeenIsPendingUntilEveryBlockIsThere() {
        customer.chooses(Coin.ETH_ETHEREUM).paysUnconfirmed().confirms(11);
        assertThat(session().state()).isEqualTo(State.PENDING);
        assertThat(session().transfers()).extracting(Transfer::confirmations).containsExactly(11);

        customer.confirms(1);
        assertThat(session().state()).isEqualTo(State.PAID);
        assertThatThrownBy(() -> customer.confirms(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatWasSeenInTimeIsConfirmedAfterIt() {
        customer.paysUnconfirmed();
        sandbox.advance(Duration.ofHours(2));
        assertThat(session().state()).isEqualTo(State.PENDING);

        customer.confirms(2);
        assertThat(session().state()).isEqualTo(State.PAID);
    }

    @Test
    void anotherCoinDoesNotCount() {
        customer.chooses(Coin.USDT_TRON).sends(Coin.USDT_ETHEREUM, "49").confirms(99);

        assertThat(session().state()).isEqualTo(State.OPEN);
        assertThat(session().received()).isEqualByComparingTo("0");
        assertThat(session().uncounted()).extracting(Transfer::arrival).containsExactly(Arrival.OTHER_COIN);
    }

    @Test
    void whatComesAfterTheEndDoesNotCount() {
        customer.paysTooLate();

        assertThat(session().state()).isEqualTo(State.EXPIRED);
        assertThat(session().uncounted()).extracting(Transfer::arrival).containsExactly(Arrival.LATE);
        assertThatThrownBy(customer::pays)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot pay session " + id + ": it is expired");
    }

    @Test
    void theRestThatComesTooLateLeavesItExpired() {
        customer.chooses(Coin.USDT_TRON).pays("24.50").hasTime(Duration.ZERO);
        customer.pays("24.50");

        assertThat(session().state()).isEqualTo(State.EXPIRED);
        assertThat(session().received()).isEqualByComparingTo("24.5");
    }

    @Test
    void coinsThatComeWithoutAChoiceAreTheChoice() {
        customer.sends(Coin.USDT_TRON, "49").confirms(19);

        assertThat(session().state()).isEqualTo(State.PAID);
        assertThat(session().coin()).isEqualTo(Coin.USDT_TRON);
    }

    @ParameterizedTest
    @CsvSource({"JPY, 4900, 32.666667", "EUR, 46, 50.000000", "USD, 49, 49.000000", "KRW, 65000, 50.000000"})
    void everyCurrencyHasARateOfItsOwn(String currency, String amount, String tether) {
        assertThat(Coin.USDT_TRON.quote(new BigDecimal(amount), currency)).isEqualTo(tether);
    }

    @Test
    void aCurrencyThatNobodyKnowsCountsAsDollars() {
        assertThat(Coin.BTC_BITCOIN.quote(new BigDecimal("64000"), "ZZZ")).isEqualByComparingTo("1");
    }

    @Test
    void thePriceOfACoinIsHeldForAQuarterOfAnHour() {
        assertThat(session().priceHeldUntil()).isEmpty();
        customer.chooses(Coin.USDT_TRON);
        assertThat(session().priceHeldUntil())
                .hasValue(session().choice().orElseThrow().at().plus(Duration.ofMinutes(15)));

        sandbox.advance(Duration.ofMinutes(20));
        customer.chooses(Coin.BTC_BITCOIN);
        assertThat(session().priceHeldUntil()).hasValue(session().expiresAt());
    }

    @Test
    void transfersHaveABound() {
        for (int n = 0; n < 200; n++) {
            customer.sends(Coin.BTC_BITCOIN, "0.000001");
        }

        assertThatThrownBy(() -> customer.sends(Coin.BTC_BITCOIN, "1")).isInstanceOf(IllegalStateException.class);
    }

    private Session session() {
        return sandbox.session(id).orElseThrow();
    }
}
