package com.paycrypt.sdk.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.money.Money;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentSessionTest {
    private static final String FULL =
            "{\"id\": \"ps_1\", \"status\": \"created\", \"checkout_url\": \"https://p.tld/c/ps_1\","
                    + " \"expires_at\": 1723650000, \"order_id\": \"ORD-1\", \"amount\": 49.10, \"currency\": \"USD\","
                    + " \"metadata\": {\"rate\": 1.10, \"n\": 7, \"tags\": [true, null]}}\n";

    /** The least that a response to a create has, before its closing brace. */
    private static final String LEAST =
            "{\"id\":\"ps_1\",\"status\":\"created\",\"checkout_url\":\"https://p.tld/c\",\"expires_at\":1723650000";

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
        assertThat(read(LEAST + ",\"amount\":" + json + ",\"currency\":\"USD\"}")
                        .amount())
                .hasValueSatisfying(money -> assertThat(money.amount()).isEqualByComparingTo(amount));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "Infinity",
                "null",
                "{}",
                "[1]",
                "true",
                "1e999999999",
                "\"much\"",
                "\"\"",
                "\"٤٩\"",
                "\"+5\"",
                "\" 5\"",
                "1e101"
            })
    void anAmountThatIsNoneIsAbsent(String json) {
        PaymentSession session = read(LEAST + ",\"amount\":" + json + ",\"currency\":\"USD\"}");

        assertThat(session.amount()).isEmpty();
        assertThat(PaymentSession.fromJson(session.toJson()).id()).isEqualTo("ps_1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ſek", "US DOLLAR", "$", "EURO ", "", "Ⅳ", "USDOLLAR", "U"})
    void anAmountInACurrencyWithoutACodeIsAbsent(String currency) {
        assertThat(read(LEAST + ",\"amount\":\"5\",\"currency\":\"" + currency + "\"}")
                        .amount())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "status", "checkout_url", "expires_at"})
    void aCreatedSessionLacksNothing(String member) {
        for (String absent : List.of("", "null", "{}", "\"\"")) {
            String value =
                    Pattern.compile("(\"" + member + "\":)[^,]+").matcher(LEAST).replaceFirst("$1" + absent);
            String json = absent.isEmpty() ? LEAST.replace("\"" + member + "\":", "\"x\":") : value;

            assertThatThrownBy(() -> read(json + "}"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the " + member + " is missing or malformed");
        }
    }

    @Test
    void allThatACreatedSessionLacksIsNamed() {
        assertThatThrownBy(() -> read("{\"id\":17}"))
                .hasMessage("the status is missing or malformed, the checkout_url is missing or malformed,"
                        + " the expires_at is missing or malformed");
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
                "{\"id\":\"ps_1\",\"status\":\"created\"} x",
                "{\"id\":\"ps_1\",\"status\":\"created\"}{}",
                "<html>"
            })
    void whatIsNotASessionIsRejected(String json) {
        assertThatThrownBy(() -> read(json)).isExactlyInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RetrievedSession.fromJson(json.getBytes(StandardCharsets.UTF_8)))
                .isExactlyInstanceOf(IllegalArgumentException.class);
    }

    static List<String> misleadingUrls() {
        return List.of(
                "javascript:alert(1)",
                "/checkout",
                "data:text/html,x",
                "https:\\nx",
                "https://paycrypt.example@evil.example/",
                "https://paycrypt.example:443@evil.example/",
                "https://@evil.example/",
                "https://paycrypt.example:99999/",
                "https://paycrypt.example:0/",
                "https://paycrypt.example:x/",
                "https://paycrypt.example\\u202E/",
                "https://paycrypt\\u200B.example/",
                "https://p.tld/\\uFEFFc",
                "https://p.tld/\\u3164",
                "https://p.tld/\\uD83D",
                "https://p.tld/\\u0000",
                "https://p.tld\\u3002evil.example/");
    }

    @ParameterizedTest
    @MethodSource("misleadingUrls")
    void noCustomerIsSentToAUrlThatMisleads(String url) {
        String json = LEAST.replace("https://p.tld/c", url) + "}";

        assertThatThrownBy(() -> read(json))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the checkout_url ")
                .hasMessageEndingWith("; no customer may be sent there")
                .hasMessageNotContaining("evil");
        assertThatThrownBy(() -> RetrievedSession.fromJson(json.getBytes(StandardCharsets.UTF_8)))
                .hasMessageStartingWith("the checkout_url ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080/c",
                "HTTPS://p.tld",
                "https://shop_1:8080/c?x=@#a@b",
                "https://[::1]:8443/c"
            })
    void customersAreSentToWebUrls(String url) {
        assertThat(read(LEAST.replace("https://p.tld/c", url) + "}").checkoutUrl())
                .isEqualTo(URI.create(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",\"checkout_url\":\"https://p.tld/c\"}",
                ",\"checkout_url\":\"https://evil.example/c\"}",
                ",\"id\":\"ps_2\"}",
                ",\"metadata\":{\"a\":1,\"b\":2,\"a\":3}}"
            })
    void aNameThatIsRepeatedIsRejected(String rest) {
        assertThatThrownBy(() -> read(LEAST + rest))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("repeated");
    }

    @Test
    void aRetrievedSessionMayLackAllButItsIdAndStatus() {
        RetrievedSession session =
                RetrievedSession.fromJson("{\"id\": 17, \"status\":\"on_hold\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(session.id()).isEqualTo("17");
        assertThat(session.status()).isEqualTo(SessionStatus.of("on_hold"));
        assertThat(session.checkoutUrl()).isEmpty();
        assertThat(session.expiresAt()).isEmpty();
        assertThat(session.orderId()).isEmpty();
        assertThat(session.amount()).isEmpty();
        assertThat(session.additional()).isEmpty();
        assertThat(session).hasToString("RetrievedSession[id=17, status=on_hold]");
    }

    @Test
    void aRetrievedSessionHasWhatTheServerSent() {
        RetrievedSession session = RetrievedSession.fromJson(FULL.getBytes(StandardCharsets.UTF_8));

        assertThat(session.checkoutUrl()).hasValue(URI.create("https://p.tld/c/ps_1"));
        assertThat(session.expiresAt()).hasValue(Instant.ofEpochSecond(1723650000));
        assertThat(session.orderId()).hasValue("ORD-1");
        assertThat(session.amount()).hasValue(Money.of("49.10", "USD"));
        assertThat(session.additional()).containsOnlyKeys("metadata");
        assertThat(session.toJson()).isEqualTo(read(FULL).toJson());
        assertThat(session)
                .isEqualTo(RetrievedSession.fromJson(FULL.strip().getBytes(StandardCharsets.UTF_8)))
                .hasSameHashCodeAs(RetrievedSession.fromJson(FULL.getBytes(StandardCharsets.UTF_8)))
                .isNotEqualTo(read(FULL));
    }

    /** As data binding would: frameworks make private constructors accessible and pass null for what they do not find. */
    @ParameterizedTest
    @ValueSource(classes = {PaymentSession.class, RetrievedSession.class})
    void noConstructorMakesASessionFromNothing(Class<?> type) {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            constructor.setAccessible(true);
            assertThat(constructor.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED))
                    .isZero();
            assertThat(constructor.getParameterCount()).isPositive();
            assertThatThrownBy(() -> constructor.newInstance(new Object[constructor.getParameterCount()]))
                    .isInstanceOf(InvocationTargetException.class);
        }
    }

    @Test
    void statusesAreAnOpenSet() {
        SessionStatus future = read(LEAST.replace("created", "on_hold") + "}").status();

        assertThat(future).isEqualTo(SessionStatus.of("on_hold")).hasSameHashCodeAs(SessionStatus.of("on_hold"));
        assertThat(future).hasToString("on_hold").isNotEqualTo(SessionStatus.CREATED);
        assertThat(List.of(SessionStatus.CREATED, SessionStatus.PENDING, SessionStatus.COMPLETED, SessionStatus.FAILED))
                .extracting(SessionStatus::value)
                .containsExactly("created", "pending", "completed", "failed");
    }

    @Test
    void aNumberBeyondEveryDecimalIsKeptAsText() {
        PaymentSession session = read(LEAST + ",\"x\":[1e99999999999, NaN, 1e3, 12345678901234567890]}");

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
    void anEmptyCheckoutUrlIsAbsent() {
        assertThat(retrieved("\"checkout_url\":\"\"").checkoutUrl()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1723650000.9, 1723650000", "1.7e9, 1700000000", "\"1723650000\", 1723650000", "0, 0"})
    void anExpiryIsReadToTheSecond(String json, long second) {
        assertThat(retrieved("\"expires_at\":" + json).expiresAt()).hasValue(Instant.ofEpochSecond(second));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"soon\"",
                "null",
                "-5",
                "\"+5\"",
                "\"٤٩\"",
                "1e30",
                "9223372036854775807",
                "18446744075433201616",
                "{}"
            })
    void anExpiryThatIsNotUnixSecondsIsAbsent(String json) {
        assertThat(retrieved("\"expires_at\":" + json).expiresAt()).isEmpty();
    }

    private static RetrievedSession retrieved(String member) {
        String json = "{\"id\":\"ps_1\",\"status\":\"created\"," + member + "}";
        return RetrievedSession.fromJson(json.getBytes(StandardCharsets.UTF_8));
    }

    private static PaymentSession read(String json) {
        return PaymentSession.fromJson(json.getBytes(StandardCharsets.UTF_8));
    }
}
