package com.paycrypt.sdk.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.money.Money;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated
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
                "49.00 | ' '", "49.00 | $", "49.00 | 'EURO '", "49.00 | ABCDEF", "49.00 | ſek", "49.00 | U",
                        "49.00 | U-D", "99999999999999999.00 | USD"
            })
    void whatServersWouldRejectOrRoundIsRejectedBeforeSending(String amount, String currency) {
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
                        "metadata has a blank name or one that is not text",
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
                "http://a b/",
                "https://",
                "https://./",
                "https://[::1",
                "https://[zz]/",
                "https://a:b:80/",
                "https://shop.example:65536/",
                "https://shop.example:-1/",
                "https://shop.example:٨٠/",
                "https://shop.example/\u202Etxt.exe",
                "https://shop.example/\u00A0",
                "https://shop.example/\u2028",
                "https://shop.example/[1]",
                "https://shop.example/#a#b",
                "https://a@b@shop.example/"
            })
    void onlyAbsoluteWebUrlsAreTaken(String url) {
        assertThatThrownBy(() -> valid().successUrl(url).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("success_url");
    }

    @ParameterizedTest
    @CsvSource({"'https://m.tld/?s={ID}', 17", "https://m.tld/%, 14", "https://m.tld/a b, 15"})
    void aCharacterThatAUrlCannotHaveIsPointedAt(String url, int position) {
        assertThatThrownBy(() -> valid().webhookUrl(url).build())
                .hasMessageContaining(
                        "webhook_url has a character at position " + position + " that is not allowed there in a URL");
    }

    @Test
    void amountAndCurrencyAreBothTold() {
        assertThatThrownBy(() -> valid().amount("abc", " ").build())
                .hasMessageContainingAll("amount is not a plain decimal", "currency is blank");
    }

    @Test
    void zerosBeyondTheCurrencysDigitsAreRejectedWithTheirRemedy() {
        assertThatThrownBy(() -> valid().amount(Money.of(new BigDecimal("49.0000"), "USD"))
                        .build())
                .hasMessageContaining("amount has 4 decimals, but USD takes at most 2")
                .hasMessageContaining("setScale(2) removes them without rounding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\uD83D", "\uD83Dx", "\uDE00", "\uDE00\uD83D", "\uD83D\uD83D\uDE00"})
    void halfACharacterIsSentNowhere(String text) {
        PaymentSessionRequest.Builder builder = valid().orderId(text)
                .customerEmail(text)
                .metadata(text, "x")
                .metadata("y", text)
                .successUrl("https://merchant.tld/" + text);

        assertThatThrownBy(builder::build)
                .hasMessageContainingAll(
                        "order_id has half a character at position",
                        "customer.email has half",
                        "a name in metadata has half",
                        "metadata.y has half",
                        "success_url has an invisible character at position");
    }

    @ParameterizedTest
    @CsvSource({"64, true", "65, false"})
    void anOrderIdHasAtMost64Characters(int characters, boolean accepted) {
        PaymentSessionRequest.Builder builder = valid().orderId("😀".repeat(characters));

        if (accepted) {
            assertThat(builder.build().orderId().codePointCount(0, 2 * characters))
                    .isEqualTo(characters);
        } else {
            assertThatThrownBy(builder::build)
                    .hasMessageContaining("order_id has 65 characters, but servers take at most 64");
        }
    }

    @ParameterizedTest
    @CsvSource({"255, true", "256, false"})
    void anEmailHasAtMost255Characters(int characters, boolean accepted) {
        PaymentSessionRequest.Builder builder = valid().customerEmail("é".repeat(characters - 10) + "@merch.tld");

        if (accepted) {
            assertThat(builder.build().customerEmail()).isPresent();
        } else {
            assertThatThrownBy(builder::build)
                    .hasMessageContaining("customer.email has 256 characters, but servers take at most 255");
        }
    }

    @Test
    void whatDatabasesCannotStoreIsRejectedEverywhere() {
        PaymentSessionRequest.Builder builder = valid().orderId("O\0")
                .amount("1", "U\0")
                .customerEmail("\0@b")
                .metadata("k\0", "v")
                .metadata("k", List.of("v\0"))
                .webhookUrl("https://merchant.tld/\0");

        assertThatThrownBy(builder::build)
                .hasMessageContainingAll(
                        "order_id has U+0000 at position 1",
                        "currency is not a code of 2 to 5 ASCII letters or digits",
                        "customer.email has U+0000 at position 0",
                        "a name in metadata has U+0000 at position 1",
                        "metadata.k[0] has U+0000 at position 1",
                        "webhook_url has an invisible character at position 21 (U+0000)");
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller without null checks passes
    void nullIsReportedWithAllElse() {
        PaymentSessionRequest.Builder builder = PaymentSessionRequest.builder()
                .orderId(null)
                .amount("49.00", null)
                .customerEmail(null)
                .metadata(null, "x")
                .metadata("k", null)
                .successUrl(null)
                .cancelUrl(null)
                .webhookUrl(null);

        assertThatThrownBy(builder::build)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "order_id is missing",
                        "currency is missing",
                        "customer.email is blank",
                        "metadata has a blank name",
                        "metadata.k is null",
                        "success_url is missing",
                        "cancel_url is missing",
                        "webhook_url is not an absolute");
        assertThatThrownBy(() -> valid().amount(null, null).build())
                .hasMessageContainingAll("amount is missing", "currency is missing");
        assertThatThrownBy(() -> valid().amount((Money) null).build())
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("amount is missing", "currency is missing");
    }

    @Test
    void whatWasSetIsReturned() {
        PaymentSessionRequest request = valid().customerEmail("buyer@example.com")
                .metadata("k", 1)
                .webhookUrl("https://merchant.tld/hook")
                .build();

        assertThat(request.orderId()).isEqualTo("ORD-1");
        assertThat(request.amount()).isEqualTo(Money.of("49.00", "USD"));
        assertThat(request.customerEmail()).hasValue("buyer@example.com");
        assertThat(request.metadata()).isEqualTo(Map.of("k", 1));
        assertThat(request.successUrl()).isEqualTo(URI.create("https://merchant.tld/s"));
        assertThat(request.cancelUrl()).isEqualTo(URI.create("http://shop_1:8080/c"));
        assertThat(request.webhookUrl()).hasValue(URI.create("https://merchant.tld/hook"));
        assertThat(valid().build().customerEmail()).isEmpty();
        assertThat(valid().build().webhookUrl()).isEmpty();
        assertThat(valid().build().metadata()).isEmpty();
    }

    @Test
    void aRequestIsTheStartOfAnother() {
        PaymentSessionRequest request = valid().amount("49", "usd")
                .customerEmail("buyer@example.com")
                .metadata("k", List.of(1))
                .webhookUrl("https://merchant.tld/hook")
                .build();

        assertThat(request.toBuilder().build()).isEqualTo(request);
        assertThat(json(request.toBuilder().orderId("ORD-2").amount("50.00", "EUR")))
                .isEqualTo(new String(request.body(), StandardCharsets.UTF_8)
                        .replace("ORD-1", "ORD-2")
                        .replace("49.00", "50.00")
                        .replace("USD", "EUR"));
        assertThatThrownBy(() -> request.toBuilder().amount("x", "USD").build())
                .hasMessageContaining("amount is not a plain decimal");
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
