package com.paycrypt.sdk.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentSessionTest {
    private static final String FULL =
            "{\"id\": \"ps_1\", \"status\": \"created\", \"checkout_url\": \"https://p.tld/c/ps_1\","
                    + " \"expires_at\": 1723650000, \"order_id\": \"ORD-1\", \"amount\": 49.10, \"currency\": \"USD\","
                    + " \"metadata\": {\"rate\": 1.10, \"n\": 7, \"tags\": [true, null]}}\n";

    @Test
    void aStoredSessionIsTheSession() {
        PaymentSession session = read(FULL);

        PaymentSession again = PaymentSession.fromJson(session.toJson());

        assertThat(again.id()).isEqualTo("ps_1");
        assertThat(again.status()).isEqualTo(SessionStatus.CREATED);
        assertThat(again.checkoutUrl()).isEqualTo(URI.create("https://p.tld/c/ps_1"));
        assertThat(again.expiresAt()).isEqualTo(Instant.ofEpochSecond(1723650000));
        assertThat(again.orderId()).hasValue("ORD-1");
        assertThat(again.amount()).hasValue(Money.of("49.10", "USD"));
        assertThat(again.toJson()).isEqualTo(session.toJson()).contains("\"amount\":49.10");
        assertThat(again).isEqualTo(session).hasSameHashCodeAs(session);
        assertThat(session)
                .isEqualTo(read(FULL))
                .isNotEqualTo(read(FULL.replace("ps_1", "ps_2")))
                .isNotEqualTo(FULL);
        assertThat(session).hasToString("PaymentSession[id=ps_1, status=created]");
    }

    @Test
    void whatHasNoAccessorIsKept() {
        assertThat(read(FULL).additional())
                .isEqualTo(java.util.Map.of(
                        "metadata",
                        java.util.Map.of("rate", new BigDecimal("1.10"), "n", 7, "tags", Arrays.asList(true, null))));
        assertThatThrownBy(() -> read(FULL).additional().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "49.0, 49.0",
        "49, 49",
        "0.1000000000000000055, 0.1000000000000000055",
        "'\"49.00\"', 49.00",
        "4.9e1, 49"
    })
    void amountsAreExactHoweverTheyAreSpelled(String json, String amount) {
        assertThat(read("{\"id\":\"ps_1\",\"amount\":" + json + ",\"currency\":\"USD\"}")
                        .amount())
                .hasValueSatisfying(money -> assertThat(money.amount()).isEqualByComparingTo(amount));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "null", "{}", "[1]", "true", "1e999999999", "\"much\"", "\"\""})
    void anAmountThatIsNoneIsAbsent(String json) {
        PaymentSession session = read("{\"id\":\"ps_1\",\"amount\":" + json + ",\"currency\":\"USD\"}");

        assertThat(session.amount()).isEmpty();
        assertThat(PaymentSession.fromJson(session.toJson()).id()).isEqualTo("ps_1");
    }

    @Test
    void whatTheServerDidNotTellIsNotMadeUp() {
        PaymentSession session = read("{\"id\": 17}");

        assertThat(session.id()).isEqualTo("17");
        assertThat(session.status().value()).isEmpty();
        assertThat(session.hasCheckoutUrl()).isFalse();
        assertThatThrownBy(session::checkoutUrl)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("store that session");
        assertThatThrownBy(session::expiresAt).isInstanceOf(IllegalStateException.class);
        assertThat(session.expiresAt(Instant.EPOCH)).isEqualTo(Instant.EPOCH);
        assertThat(session.orderId()).isEmpty();
        assertThat(session.additional()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "17",
                "[]",
                "\"ps_1\"",
                "{",
                "{\"id\":\"ps_1\"",
                "{}",
                "{\"id\":\"\"}",
                "{\"id\":null}",
                "{\"id\":{}}",
                "{\"id\":\"ps_1\"} x",
                "{\"id\":\"ps_1\"}{}",
                "<html>",
                "{\"id\":\"ps_1\",\"checkout_url\":\"javascript:alert(1)\"}",
                "{\"id\":\"ps_1\",\"checkout_url\":\"/checkout\"}",
                "{\"id\":\"ps_1\",\"checkout_url\":\"data:text/html,x\"}",
                "{\"id\":\"ps_1\",\"checkout_url\":\"https:\\nx\"}"
            })
    void whatIsNoSessionIsRefused(String json) {
        assertThatThrownBy(() -> read(json)).isExactlyInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void statusesAreAnOpenSet() {
        SessionStatus future = read("{\"id\":\"ps_1\",\"status\":\"on_hold\"}").status();

        assertThat(future).isEqualTo(SessionStatus.of("on_hold")).hasSameHashCodeAs(SessionStatus.of("on_hold"));
        assertThat(future).hasToString("on_hold").isNotEqualTo(SessionStatus.CREATED);
        assertThat(List.of(SessionStatus.CREATED, SessionStatus.PENDING, SessionStatus.COMPLETED, SessionStatus.FAILED))
                .extracting(SessionStatus::value)
                .containsExactly("created", "pending", "completed", "failed");
    }

    @Test
    void aNumberBeyondEveryDecimalIsKeptAsText() {
        PaymentSession session = read("{\"id\":\"ps_1\",\"x\":[1e99999999999, NaN, 1e3, 12345678901234567890]}");

        assertThat(session.additional())
                .containsEntry(
                        "x",
                        List.of(
                                "1e99999999999",
                                Double.NaN,
                                new BigDecimal("1e3"),
                                new BigInteger("12345678901234567890")));
        assertThat(PaymentSession.fromJson(session.toJson()).toJson()).isEqualTo(session.toJson());
    }

    @Test
    void anEmptyCheckoutUrlIsNone() {
        assertThat(read("{\"id\":\"ps_1\",\"checkout_url\":\"\"}").hasCheckoutUrl())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1723650000.9, 1723650000", "1.7e9, 1700000000", "-1, -1"})
    void anExpiryIsReadToTheSecond(String json, long second) {
        assertThat(read("{\"id\":\"ps_1\",\"expires_at\":" + json + "}").expiresAt())
                .isEqualTo(Instant.ofEpochSecond(second));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"soon\"", "null", "1e30", "9223372036854775807", "18446744075433201616", "{}"})
    void anExpiryThatIsNoneIsAbsent(String json) {
        assertThat(read("{\"id\":\"ps_1\",\"expires_at\":" + json + "}").expiresAt(Instant.EPOCH))
                .isEqualTo(Instant.EPOCH);
    }

    private static PaymentSession read(String json) {
        return PaymentSession.fromJson(json.getBytes(StandardCharsets.UTF_8));
    }
}
