package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.money.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookEventTest {
    private static final String NESTED = """
            {"type": "payment.confirmed", "id": "evt_17", "created": 1723650000, "data": {"object": {
              "id": "ps_1", "order_id": "ORD-123", "status": "completed", "fiat_amount": 49.0, "fiat_currency": "USD",
              "customer_email": "buyer@example.com", "expires_at": 1723651800,
              "metadata": {"source": "m\\u00e4rchant", "n": 7, "list": [1, {"a": "b"}], "none": null},
              "crypto_amount": "0.00081234", "crypto_currency": "BTC", "exchange_rate": 60319.123456789012345,
              "payment_method": "bitcoin", "transaction_id": 991, "tx_hash": "0xabc", "failure_reason": null}}}
            """;
    private static final String FLAT = """
            {"type":"payment.succeeded","id":17,"created":"1723650000","data":{"payment_session_id":17,"order_id":"ORD-123",\
            "amount":"49.00","currency":"USD","status":"completed","id":"other"}}""";

    private final Credentials credentials = Credentials.of("pk_1", "sk_1");

    @Test
    void theNestedShapeGivesEveryPartOfThePayment() {
        Payment payment = event(NESTED).payment();

        assertThat(payment.state()).isEqualTo(Payment.State.PAID);
        assertThat(payment.sessionId()).hasValue("ps_1");
        assertThat(payment.orderId()).hasValue("ORD-123");
        assertThat(payment.status()).hasValue("completed");
        assertThat(payment.amount()).hasValue(Money.of("49.00", "USD"));
        assertThat(payment.customerEmail()).hasValue("buyer@example.com");
        assertThat(payment.expiresAt()).hasValue(Instant.ofEpochSecond(1723651800));
        assertThat(payment.cryptoAmount()).hasValue(new BigDecimal("0.00081234"));
        assertThat(payment.cryptoCurrency()).hasValue("BTC");
        assertThat(payment.exchangeRate()).hasValue(new BigDecimal("60319.123456789012345"));
        assertThat(payment.paymentMethod()).hasValue("bitcoin");
        assertThat(payment.transactionId()).hasValue("991");
        assertThat(payment.txHash()).hasValue("0xabc");
        assertThat(payment.failureReason()).isEmpty();
    }

    @Test
    void metadataIsTextByNameInTheOrderSent() {
        assertThat(event(NESTED).payment().metadata())
                .containsExactly(
                        Map.entry("source", "märchant"), Map.entry("n", "7"), Map.entry("list", "[1, {\"a\": \"b\"}]"));
    }

    @Test
    void theFlatShapeGivesTheSamePayment() {
        WebhookEvent event = event(FLAT);

        assertThat(event.id()).isEqualTo("17");
        assertThat(event.created()).hasValue(Instant.ofEpochSecond(1723650000));
        assertThat(event.payment().sessionId()).hasValue("17");
        assertThat(event.payment().orderId()).hasValue("ORD-123");
        assertThat(event.payment().amount()).hasValue(Money.of("49.00", "USD"));
        assertThat(event.payment().metadata()).isEmpty();
        assertThat(event.payment().matches("ORD-123", Money.of("49", "USD"))).isTrue();
        assertThat(event.payment().matches("ORD-124", Money.of("49.00", "USD"))).isFalse();
        assertThat(event.payment().matches("ORD-123", Money.of("4.90", "USD"))).isFalse();
        assertThat(event.payment().matches("ORD-123", Money.of("49.00", "EUR"))).isFalse();
    }

    @Test
    void aFlatIdIsNotTakenForTheSessions() {
        assertThat(event("{\"type\":\"t\",\"data\":{\"id\":\"x\"}}").payment().sessionId())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "payment.pending, pending, PENDING",
        "payment.pending, created, PENDING",
        "payment.succeeded, succeeded, PAID",
        "payment.succeeded, a new word, PAID",
        "payment.confirmed, completed, PAID",
        "payment.failed, failed, FAILED",
        "payment.failed, '', FAILED",
        "payment.refunded, completed, OTHER",
        "PAYMENT.SUCCEEDED, succeeded, OTHER",
        "x, failed, OTHER"
    })
    void theStateFollowsFromTheType(String type, String status, Payment.State state) {
        try (LogLines log = new LogLines(Level.INFO)) {
            assertThat(state(type, status)).isEqualTo(state);
            assertThat(log.at(Level.WARNING)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "payment.succeeded, failed",
        "payment.confirmed, failed",
        "payment.confirmed, expired",
        "payment.succeeded, pending",
        "payment.confirmed, created",
        "payment.failed, completed",
        "payment.failed, pending",
        "payment.pending, failed",
        "payment.pending, paid"
    })
    void aTypeThatContradictsTheStatusDecidesNothingAndIsLogged(String type, String status) {
        try (LogLines log = new LogLines(Level.INFO)) {
            assertThat(state(type, status)).isEqualTo(Payment.State.OTHER);
            assertThat(log.at(Level.WARNING))
                    .singleElement()
                    .asString()
                    .contains(type, status, "counts as OTHER", "order=O-1\\u000a");
        }
    }

    private Payment.State state(String type, String status) {
        return event("{\"type\":\"" + type + "\",\"data\":{\"status\":\"" + status + "\",\"order_id\":\"O-1\\n\"}}")
                .payment()
                .state();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"data\":null", ",\"data\":[]", ",\"data\":17", ",\"data\":\"text\"", ",\"data\":{}"})
    void everythingIsOptional(String rest) {
        WebhookEvent event = event("{\"type\":\"payment.succeeded\"" + rest + "}");

        assertThat(event.id()).isEmpty();
        assertThat(event.created()).isEmpty();
        assertThat(event.payment().orderId()).isEmpty();
        assertThat(event.payment().amount()).isEmpty();
        assertThat(event.payment().matches("ORD-123", Money.of("49.00", "USD"))).isFalse();
        assertThat(event.data()).isEqualTo(rest.isEmpty() ? "" : rest.substring(",\"data\":".length()));
    }

    @Test
    void theEnvelopeIsNotTakenForTheData() {
        Payment payment = event("{\"type\":\"payment.succeeded\",\"order_id\":\"O\",\"object\":{\"order_id\":\"O\"}}")
                .payment();

        assertThat(payment.orderId()).isEmpty();
        assertThat(payment.sessionId()).isEmpty();
    }

    @Test
    void aTextOfBackslashesAloneIsHalfAsLong() {
        assertThat(event("{\"type\":\"t\",\"id\":\"\\\\\\\\\"}").id()).isEqualTo("\\\\");
    }

    @Test
    void aFailureHasItsReason() {
        assertThat(event("{\"type\":\"payment.failed\",\"data\":{\"failure_reason\":\"expired\"}}")
                        .payment()
                        .failureReason())
                .hasValue("expired");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"a\":[1,2]}'",
        "'[ {\"x\":1} , 2 ]'",
        "17",
        "-0.50",
        "1e5",
        "true",
        "null",
        "'\"te\\u00e4xt ü\"'",
        "'{ }'",
        "\"\""
    })
    void theDataIsTheSliceOfTheBodyAsSent(String data) {
        assertThat(event(" \n{\"a\":\"ü\",\"type\":\"t\",\"data\": " + data + " ,\"z\":{}}\n")
                        .data())
                .isEqualTo(data);
        assertThat(event("{\"type\":\"t\",\"data\":" + data + "}").data()).isEqualTo(data);
    }

    record Data(String order_id, BigDecimal amount) {}

    @Test
    void theDataBindsToTheMerchantsOwnClassWithExactDecimals() {
        Data data = event("{\"type\":\"t\",\"data\":{\"order_id\":\"O\",\"amount\":49.10,\"more\":1}}")
                .dataAs(Data.class);

        assertThat(data).isEqualTo(new Data("O", new BigDecimal("49.10")));
        assertThat(event("{\"type\":\"t\",\"data\":{\"a\":0.10}}").dataAs(Object.class))
                .isEqualTo(Map.of("a", new BigDecimal("0.10")));
        assertThat(event("{\"type\":\"t\",\"data\":[1]}").dataAs(Object.class)).isEqualTo(List.of(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"data\":null", ",\"data\":{\"amount\":\"many\"}", ",\"data\":[]"})
    void dataThatDoesNotFitSaysSo(String rest) {
        WebhookEvent event = event("{\"type\":\"t\"" + rest + "}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> event.dataAs(Data.class))
                .withMessageContaining(Data.class.getName());
    }

    private static final String ZEROS = "0000000000000000000000000000000000000000000000000000000000";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"49,00\"",
                "\"٤٩\"",
                "\"\"",
                "null",
                "\"NaN\"",
                "{}",
                "\"1e9999\"",
                "true",
                "49.00e-99",
                "1." + ZEROS + "1e-50"
            })
    void anAmountThatIsNoPlainNumberIsNoAmount(String amount) {
        assertThat(event("{\"type\":\"t\",\"data\":{\"amount\":" + amount + ",\"currency\":\"USD\"}}")
                        .payment()
                        .amount())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1", "31556889864403200", "' 1'", "1e99", "2026-11-01", "true"})
    void aTimeThatIsNoneIsNoTime(String seconds) {
        assertThat(event("{\"type\":\"t\",\"created\":\"" + seconds + "\"}").created())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "31556889864403199, 31556889864403199", "1723650000.9, 1723650000", "17236500e2, 1723650000"})
    void aTimeIsTakenInWholeSecondsUpToTheEndOfTime(String seconds, long taken) {
        assertThat(event("{\"type\":\"t\",\"created\":" + seconds + "}").created())
                .hasValue(Instant.ofEpochSecond(taken));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount\":\"NaN\",\"currency\":\"USD\",\"fiat_amount\":1}",
                "{\"amount\":1,\"fiat_amount\":\"NaN\",\"fiat_currency\":\"USD\"}",
                "{\"amount\":1,\"fiat_currency\":\"USD\"}",
                "{\"amount\":1,\"currency\":\"\u0131dr\"}",
                "{\"amount\":1,\"currency\":\" usd\"}",
                "{\"amount\":1,\"currency\":\"DOLLAR\"}",
                "{\"amount\":1,\"currency\":\"US\u007f\"}",
                "{\"amount\":1,\"currency\":\"US\\u001f\"}"
            })
    void anAmountIsNeverMadeUpOfTwo(String data) {
        assertThat(event("{\"type\":\"t\",\"data\":" + data + "}").payment().amount())
                .isEmpty();
    }

    @Test
    void anAmountMayHaveAHundredPlaces() {
        String amount = "1." + "0".repeat(59) + "1e-40";

        assertThat(event("{\"type\":\"t\",\"data\":{\"amount\":\"" + amount + "\",\"currency\":\"usd\"}}")
                        .payment()
                        .amount())
                .hasValue(Money.of(new BigDecimal(amount), "USD"));
    }

    @Test
    void theOtherPairIsTakenWhereOneIsNotWhole() {
        assertThat(event(
                                "{\"type\":\"t\",\"data\":{\"amount\":1,\"currency\":\" \",\"fiat_amount\":2,\"fiat_currency\":\"eur\"}}")
                        .payment()
                        .amount())
                .hasValue(Money.of("2", "EUR"));
    }

    @Test
    void whatIsBlankIsAbsent() {
        Payment payment = event("{\"type\":\"t\",\"data\":{\"order_id\":\"\",\"amount\":1,\"currency\":\" \"}}")
                .payment();

        assertThat(payment.orderId()).isEmpty();
        assertThat(payment.amount()).isEmpty();
    }

    @Test
    void anObjectInsideTheObjectIsNotLookedInto() {
        Payment payment = event("{\"type\":\"t\",\"data\":{\"order_id\":\"outer\",\"object\":{\"id\":\"ps_1\","
                        + "\"object\":{\"order_id\":\"inner\"},\"status\":[1],\"tx_hash\":{\"a\":1},\"metadata\":{}}}}")
                .payment();

        assertThat(payment.orderId()).isEmpty();
        assertThat(payment.sessionId()).hasValue("ps_1");
        assertThat(payment.status()).isEmpty();
        assertThat(payment.txHash()).isEmpty();
        assertThat(payment.metadata()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"order_id\":\"O\",\"metadata\":{\"order_id\":\"M\",\"metadata\":{\"order_id\":1}}}",
                "{\"metadata\":{\"order_id\":\"M\"},\"order_id\":\"O\"}",
                "{\"metadata\":{},\"order_id\":\"O\",\"status\":{\"order_id\":\"M\"}}",
                "{\"order_id\":\"outer\",\"object\":{\"order_id\":\"O\",\"metadata\":{\"object\":{\"order_id\":1}}}}",
                "{\"object\":{\"order_id\":\"O\",\"object\":1},\"order_id\":\"outer\",\"metadata\":{\"object\":1}}"
            })
    void aNameMayComeAgainInAnotherObject(String data) {
        assertThat(event("{\"type\":\"t\",\"order_id\":\"type\",\"data\":" + data + "}")
                        .payment()
                        .orderId())
                .hasValue("O");
    }

    @Test
    void theMetadataOfAPaymentCannotBeChanged() {
        Map<String, String> metadata = event(NESTED).payment().metadata();

        assertThatThrownBy(() -> metadata.put("a", "b")).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @CsvSource({"99999999999, ''", "'\"x\"', ''", "'{\"n\":{\"n\":\"x\"}}', ' at '"})
    void dataThatDoesNotFitSaysWhere(String data, String place) {
        WebhookEvent event = event("{\"type\":\"t\",\"data\":" + data + "}");
        Class<?> type = place.isEmpty() ? Integer.class : Nested.class;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> event.dataAs(type))
                .withMessageStartingWith("the data of the event does not fit " + type.getName() + place)
                .withMessageContaining(place.isEmpty() ? ": see" : "[\"n\"]: see");
    }

    @Test
    void aPlaceInTheDataStaysOnOneLine() {
        WebhookEvent event = event("{\"type\":\"t\",\"data\":{\"n\":{\"a\\nb\\u2028\":\"x\"}}}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> event.dataAs(Nested.class))
                .withMessageContaining("[\"a?b?\"]: see");
    }

    record Nested(Map<String, Integer> n) {}

    /** As a class of a module that opens nothing is. */
    @Test
    void aClassThatIsNotOpenIsNamedAsTheCause() throws ClassNotFoundException {
        WebhookEvent event = event("{\"type\":\"t\",\"data\":{\"n\":1}}");
        Class<?> closed = Class.forName("sun.security.util.Cache");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> event.dataAs(closed))
                .withMessage("jackson-databind cannot access sun.security.util.Cache: open its package to"
                        + " com.fasterxml.jackson.databind in the module-info of java.base");
    }

    @Test
    void theBodyCannotBeChangedThroughTheEvent() {
        WebhookEvent event = event(FLAT);

        event.rawBody()[0] = 'x';

        assertThat(event.rawBody()).isEqualTo(FLAT.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void textsForLogsAreEscapedAndBounded() {
        WebhookEvent event = event("{\"type\":\"a\\nb\\u202e" + "x".repeat(200) + "\",\"id\":\"1\"}");

        assertThat(event.toString())
                .startsWith("WebhookEvent[type=a\\u000ab\\u202ex")
                .hasSizeLessThan(140);
        assertThat(event(FLAT).payment()).hasToString("Payment[state=PAID, order=ORD-123]");
    }

    private WebhookEvent event(String json) {
        SignedWebhook delivery = WebhookSigner.of(credentials).sign(json.getBytes(StandardCharsets.UTF_8));
        return WebhookVerifier.of(credentials).verify(delivery.headers()::get, delivery.body());
    }
}
