package com.paycrypt.sdk.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.money.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentSessionRequestTest {
    @ParameterizedTest
    @CsvSource({
        "49, USD, 49.00",
        "49.0, USD, 49.00",
        "49.00, USD, 49.00",
        "0.01, usd, 0.01",
        "49, JPY, 49",
        "1.23, BHD, 1.23",
        "49, BHD, 49.00",
        "49, XYZ, 49",
        "49.5, DOGE, 49.5",
        "9999999999999999.99, USD, 9999999999999999.99"
    })
    void amountsAreSpelledInPlainAndFilledUpToTheCurrencysDigits(String amount, String currency, String wire) {
        assertThat(json(valid().amount(amount, currency)))
                .contains("\"amount\":\"" + wire + "\"")
                .contains("\"currency\":\"" + currency.toUpperCase(Locale.ROOT) + "\"");
    }

    @Test
    void decimalsAreNeverWrittenWithAnExponent() {
        assertThat(json(valid().amount(Money.of(new BigDecimal("4.9E+3"), "USD"))))
                .contains("\"amount\":\"4900.00\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "49,00 | USD", "1e3 | USD", "forty | USD", "-1 | USD", "+1 | USD", "0 | USD", "0.00 | USD",
                        "49.001 | USD",
                "49.5 | JPY", "1.234 | BHD", "1.234 | XYZ", "' 49' | USD", "٤٩ | USD", "49. | USD", ".5 | USD",
                        "'' | USD",
                "49.00 | ' '", "99999999999999999.00 | USD"
            })
    void whatServersWouldRefuseOrRoundIsRefusedBeforeSending(String amount, String currency) {
        assertThatThrownBy(() -> valid().amount(amount, currency).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(?s).*(amount|currency).*");
    }

    @Test
    void allViolationsStandInOneMessage() {
        PaymentSessionRequest.Builder builder = PaymentSessionRequest.builder()
                .orderId(" ")
                .amount("49,00", "USD")
                .customerEmail("")
                .metadata(" ", "x")
                .successUrl("/success")
                .webhookUrl("ftp://merchant.tld/hook");

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "order_id is blank",
                        "amount is not a plain decimal",
                        "customer.email is blank",
                        "metadata has a blank name",
                        "success_url is not an absolute",
                        "cancel_url is missing",
                        "webhook_url is not an absolute");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "merchant.tld/x",
                "//merchant.tld/x",
                "javascript:alert(1)",
                "https:///x",
                "https://:80/",
                "http://a b/"
            })
    void onlyAbsoluteWebUrlsAreTaken(String url) {
        assertThatThrownBy(() -> valid().successUrl(url).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("success_url");
    }

    @ParameterizedTest
    @CsvSource({"'https://m.tld/?s={ID}', 17", "https://m.tld/%, 14", "https://m.tld/a b, 15"})
    void aCharacterThatNoUrlHasIsPointedAt(String url, int position) {
        assertThatThrownBy(() -> valid().webhookUrl(url).build())
                .hasMessageContaining("webhook_url has a character at position " + position + " that no URL has");
    }

    @Test
    void amountAndCurrencyAreBothTold() {
        assertThatThrownBy(() -> valid().amount("abc", " ").build())
                .hasMessageContainingAll("amount is not a plain decimal", "currency is blank");
    }

    @Test
    void zerosBeyondTheCurrencysDigitsAreRefusedWithTheirRemedy() {
        assertThatThrownBy(() -> valid().amount(Money.of(new BigDecimal("49.0000"), "USD"))
                        .build())
                .hasMessageContaining("amount has 4 decimals where USD takes at most 2")
                .hasMessageContaining("setScale(2) takes them away without rounding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\uD83D", "\uD83Dx", "\uDE00", "\uDE00\uD83D", "\uD83D\uD83D\uDE00"})
    void halfACharacterIsSentNowhere(String text) {
        PaymentSessionRequest.Builder builder = valid().orderId(text)
                .amount("1", "X" + text)
                .customerEmail(text)
                .metadata(text, "x")
                .metadata("y", text)
                .successUrl("https://merchant.tld/" + text);

        assertThatThrownBy(builder::build)
                .hasMessageContainingAll(
                        "order_id has half a character at position",
                        "currency has half",
                        "customer.email has half",
                        "a name in metadata has half",
                        "a value in metadata has half",
                        "success_url has half");
    }

    @Test
    void whatIsNotSetIsAbsent() {
        assertThat(json(valid()))
                .isEqualTo("{\"order_id\":\"ORD-1\",\"amount\":\"49.00\",\"currency\":\"USD\","
                        + "\"success_url\":\"https://merchant.tld/s\",\"cancel_url\":\"http://shop_1:8080/c\"}");
    }

    @Test
    void textGoesOutAsItCameIn() {
        assertThat(json(valid().orderId("Ö\"\\\n😀").metadata("k", "v").metadata("k", "w")))
                .contains("\"order_id\":\"Ö\\\"\\\\\\n\\uD83D\\uDE00\"")
                .contains("\"metadata\":{\"k\":\"w\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "tr-TR", "fa-IR", "hi-IN-u-nu-deva"})
    void theDefaultLocaleChangesNothing(String tag) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(tag));
        try {
            assertThat(json(valid().amount("49", "inr"))).contains("\"amount\":\"49.00\",\"currency\":\"INR\"");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aRequestCannotBeChangedThroughItsBytes() {
        PaymentSessionRequest request = valid().build();
        request.body()[0] = 'x';

        assertThat(request).isEqualTo(valid().build()).hasSameHashCodeAs(valid().build());
        assertThat(request.body()[0]).isEqualTo((byte) '{');
        assertThat(request).hasToString("PaymentSessionRequest[orderId=ORD-1, amount=49.00 USD]");
    }

    private static PaymentSessionRequest.Builder valid() {
        return PaymentSessionRequest.builder()
                .orderId("ORD-1")
                .amount("49.00", "USD")
                .successUrl("https://merchant.tld/s")
                .cancelUrl("http://shop_1:8080/c");
    }

    private static String json(PaymentSessionRequest.Builder builder) {
        return new String(builder.build().body(), StandardCharsets.UTF_8);
    }
}
