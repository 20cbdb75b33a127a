package com.paycrypt.sandbox.delivery;

import static com.paycrypt.sandbox.support.Merchant.json;
import static com.paycrypt.sandbox.support.Merchant.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sandbox.model.Coin;
import com.paycrypt.sandbox.model.Delivery;
import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sandbox.support.Merchant;
import com.paycrypt.sandbox.support.Receiver;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What running servers were seen to do with webhooks, line by line. */
class DialectEventTest {
    private final Sandbox sandbox = Sandbox.start();
    private final Merchant merchant = new Merchant(sandbox);
    private Receiver receiver;

    @BeforeEach
    void startReceiver() throws IOException {
        receiver = Receiver.start();
    }

    @AfterEach
    void stop() {
        sandbox.close();
        receiver.close();
    }

    @ParameterizedTest
    @EnumSource
    void theBodyIsAsciiJsonWithEscapesAndABlankAfterEachColonAndComma(Dialect dialect) {
        sandbox.dialect(dialect);
        String id = json(merchant.create(order("\u00d6RD").put("webhook_url", receiver.url())))
                .path("id")
                .asText();
        sandbox.customer(id).pays();
        sandbox.webhooks().await();

        assertThat(receiver.received().get(0).text())
                .isASCII()
                .matches("\\{\"type\": \"payment\\.\\w+\", \"id\": \"evt_1\", \"created\": \\d+, \"data\": \\{.*\\}\\}")
                .contains("\"order_id\": \"\\u00D6RD\"");
    }

    @Test
    void olderServersSendSucceededAloneWithFlatDataAndARowNumber() throws IOException {
        sandbox.dialect(Dialect.OLDER);
        merchant.createSession(receiver.url());
        String id = merchant.createSession(receiver.url());
        sandbox.customer(id).paysUnconfirmed().pays();
        sandbox.webhooks().await();

        assertThat(events()).extracting(event -> event.path("type").asText()).containsExactly("payment.succeeded");
        assertThat(events().get(0).path("data").toString())
                .isEqualTo(
                        "{\"payment_session_id\":2,\"order_id\":\"ORD-123\",\"amount\":\"49.00\",\"currency\":\"USD\","
                                + "\"status\":\"succeeded\"}");
    }

    @Test
    void olderServersSendItAgainOnEveryFormPost() throws IOException {
        sandbox.dialect(Dialect.OLDER);
        String id = merchant.createSession(receiver.url());
        for (int n = 0; n < 3; n++) {
            assertThat(merchant.submit("/checkout/" + id + "/pay", "").statusCode())
                    .isEqualTo(303);
        }
        sandbox.webhooks().await();

        assertThat(events())
                .hasSize(3)
                .allSatisfy(event -> assertThat(event.path("type").asText()).isEqualTo("payment.succeeded"));
        assertThat(sandbox.session(id).orElseThrow().transfers()).hasSize(1);
    }

    @Test
    void olderServersTellOfNothingElse() {
        sandbox.dialect(Dialect.OLDER);
        sandbox.customer(merchant.createSession(receiver.url())).fails();
        sandbox.customer(merchant.createSession(receiver.url())).paysHalf().fails();
        sandbox.customer(merchant.createSession(receiver.url())).cancels();

        assertThat(sandbox.webhooks().await()).isEmpty();
    }

    @Test
    void newerServersTellAPaymentTwiceUnderOneId() throws IOException {
        sandbox.dialect(Dialect.NEWER);
        sandbox.customer(merchant.createSession(receiver.url())).pays();
        sandbox.webhooks().await();

        assertThat(events())
                .extracting(event -> event.path("type").asText())
                .containsExactly("payment.pending", "payment.confirmed");
        assertThat(events().get(0).path("id")).isEqualTo(events().get(1).path("id"));
    }

    @Test
    void aPendingPaymentOfANewerServerIsPendingAlsoInItsStatus() throws IOException {
        sandbox.dialect(Dialect.NEWER);
        sandbox.customer(merchant.createSession(receiver.url())).pays();
        sandbox.webhooks().await();

        assertThat(events())
                .extracting(event -> event.at("/data/object/status").asText())
                .containsExactly("pending", "completed");
    }

    @Test
    void newerServersConfirmWhatWasPending() throws IOException {
        sandbox.dialect(Dialect.NEWER);
        sandbox.customer(merchant.createSession(receiver.url()))
                .paysUnconfirmed()
                .confirms(1)
                .confirms(1);
        sandbox.webhooks().await();

        assertThat(events())
                .extracting(event -> event.path("type").asText())
                .containsExactly("payment.pending", "payment.confirmed");
    }

    @Test
    void amountsOfNewerServersAreJsonNumbers() throws IOException {
        sandbox.dialect(Dialect.NEWER);
        sandbox.customer(merchant.createSession(receiver.url()))
                .chooses(Coin.ETH_ETHEREUM)
                .pays();
        sandbox.webhooks().await();

        assertThat(receiver.received().get(1).text())
                .contains(
                        "\"fiat_amount\": 49.0,",
                        "\"fiat_currency\": \"USD\"",
                        "\"crypto_amount\": 0.0153125,",
                        "\"crypto_currency\": \"ETH\"",
                        "\"exchange_rate\": 3200.0,",
                        "\"payment_method\": \"eth-ethereum\"",
                        "\"transaction_id\": \"txn_1\"",
                        "\"tx_hash\": \"sandbox");
    }

    @Test
    void coinAndTransactionAreThereInFailedEventsToo() throws IOException {
        sandbox.dialect(Dialect.NEWER);
        sandbox.customer(merchant.createSession(receiver.url())).fails();
        sandbox.webhooks().await();
        JsonNode object = events().get(0).at("/data/object");

        assertThat(object.path("status").asText()).isEqualTo("failed");
        assertThat(object.path("failure_reason").asText()).isNotEmpty();
        assertThat(object.has("transaction_id")).isTrue();
        assertThat(object.has("payment_method")).isTrue();
        assertThat(object.has("crypto_currency")).isTrue();
        assertThat(object.has("tx_hash")).isFalse();
    }

    @Test
    void anEmailThatIsNotThereIsNull() throws IOException {
        sandbox.dialect(Dialect.NEWER);
        var order = order("ORD-1").put("webhook_url", receiver.url());
        order.remove("customer");
        sandbox.customer(json(merchant.create(order)).path("id").asText()).fails();
        sandbox.webhooks().await();

        assertThat(events().get(0).at("/data/object").get("customer_email").isNull())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everyoneDeliversOnceByDefault(Dialect dialect) {
        sandbox.dialect(dialect);
        String id = merchant.createSession(receiver.thenAnswer(500).url());
        sandbox.customer(id).pays();
        Delivery first = sandbox.webhooks().await().get(0);
        sandbox.advance(Duration.ofDays(1));
        sandbox.webhooks().await();

        assertThat(first.status()).isEqualTo(Delivery.Status.FAILED);
        assertThat(sandbox.webhooks().of(id).get(0).attempts()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"OLDER", "NEWER"})
    void runningServersDeliverOnceWhateverTheSandboxIsToldToDo(Dialect dialect) {
        try (Sandbox own = Sandbox.builder()
                .dialect(dialect)
                .retryAfter(Duration.ZERO, Duration.ZERO)
                .start()) {
            String id = new Merchant(own).createSession(receiver.thenAnswer(500).url());
            own.customer(id).pays();
            own.webhooks().await();

            assertThat(own.webhooks().of(id).get(0).attempts()).hasSize(1);
        }
    }

    private List<JsonNode> events() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> events = new ArrayList<>();
        for (Receiver.Received received : receiver.received()) {
            events.add(mapper.readTree(received.body()));
        }
        return events;
    }
}
