package com.paycrypt.sandbox.delivery;

import static com.paycrypt.sandbox.support.Merchant.json;
import static com.paycrypt.sandbox.support.Merchant.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sandbox.model.Attempt;
import com.paycrypt.sandbox.model.Delivery;
import com.paycrypt.sandbox.model.Delivery.Status;
import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sandbox.support.Merchant;
import com.paycrypt.sandbox.support.Receiver;
import com.paycrypt.sandbox.support.Receiver.Received;
import com.paycrypt.sandbox.support.TestClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class WebhookTest {
    private final Sandbox sandbox = Sandbox.builder()
            .retryAfter(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2))
            .start();
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

    @Test
    void aPaymentIsToldWithItsOrderAmountAndMetadata() throws IOException {
        Instant before = Instant.now();
        String id = merchant.createSession(receiver.url());
        sandbox.customer(id).pays();
        sandbox.webhooks().await(id);
        JsonNode event = event(0);

        assertThat(event.path("type").asText()).isEqualTo("payment.succeeded");
        assertThat(event.path("created").asLong())
                .isBetween(before.getEpochSecond(), Instant.now().getEpochSecond());
        assertThat(event.at("/data/object/id").asText()).isEqualTo(id);
        assertThat(event.at("/data/object/order_id").asText()).isEqualTo("ORD-123");
        assertThat(event.at("/data/object/fiat_amount").decimalValue()).isEqualByComparingTo("49.00");
        assertThat(event.at("/data/object/fiat_currency").asText()).isEqualTo("USD");
        assertThat(event.at("/data/object/status").asText()).isEqualTo("completed");
        assertThat(event.at("/data/object/metadata/source").asText()).isEqualTo("merchant");
    }

    /** A kept connection may lead to a shop that was ended since, and a webhook that is written into it is lost. */
    @Test
    void eachWebhookComesOnAConnectionOfItsOwn() {
        for (int i = 0; i < 2; i++) {
            String id = merchant.createSession(receiver.url());
            sandbox.customer(id).pays();
            sandbox.webhooks().await(id);
        }

        assertThat(receiver.received()).extracting(Received::senderPort).doesNotHaveDuplicates();
    }

    @Test
    void theBodyIsAsciiHoweverForeignTheOrder() {
        String id = json(merchant.create(order("ÖRD-✓-😀").put("webhook_url", receiver.url())))
                .path("id")
                .asText();
        sandbox.customer(id).pays();
        sandbox.webhooks().await(id);

        assertThat(receiver.received().get(0).text()).isASCII().contains("\\u00D6RD-\\u2713-\\uD83D\\uDE00");
        assertThat(receiver.received().get(0).isSignedWith(sandbox.secret())).isTrue();
    }

    @Test
    void aShopKnownByAPublicAddressIsReachedWhereItListens() {
        URI here = URI.create(receiver.url());
        try (Sandbox other = Sandbox.builder()
                .deliverTo(url -> here.resolve(url.getRawPath()))
                .start()) {
            String id = new Merchant(other).createSession("https://shop.example/hooks/paycrypt");
            other.customer(id).pays();

            assertThat(other.webhooks().await(id).url()).isEqualTo(here.resolve("/hooks/paycrypt"));
            assertThat(receiver.received()).extracting(Received::path).containsExactly("/hooks/paycrypt");
        }
    }

    @Test
    void aFailedAttemptIsRepeatedBySchedule() {
        String id = merchant.createSession(receiver.url());
        receiver.thenAnswer(500).thenAnswer(503);
        sandbox.customer(id).pays();
        assertThat(sandbox.webhooks().await(id).status()).isEqualTo(Status.RETRYING);

        sandbox.advance(Duration.ofSeconds(5));
        assertThat(sandbox.webhooks().await(id).attempts()).hasSize(2);
        sandbox.advance(Duration.ofSeconds(30));

        assertThat(sandbox.webhooks().await(id).status()).isEqualTo(Status.DELIVERED);
        assertThat(sandbox.webhooks().await(id).attempts())
                .extracting(Attempt::outcome)
                .containsExactly("500", "503", "200");
    }

    @Test
    void aDeliveryIsGivenUpAfterItsLastAttempt() {
        String id = merchant.createSession(receiver.url());
        receiver.thenAnswer(500).thenAnswer(500).thenAnswer(500).thenAnswer(500);
        sandbox.customer(id).pays();
        for (int attempt = 0; attempt < 4; attempt++) {
            sandbox.webhooks().await();
            sandbox.advance(Duration.ofHours(1));
        }

        assertThat(sandbox.webhooks().await(id).status()).isEqualTo(Status.FAILED);
        assertThat(receiver.received()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 503})
    void noAttemptIsRepeatedBehindTheLog(int status) {
        String id = merchant.createSession(receiver.url());
        receiver.thenAnswer(status, Map.of("Retry-After", "0"));
        sandbox.customer(id).pays();

        assertThat(sandbox.webhooks().await(id).attempts()).hasSize(1);
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void eachAttemptIsSignedAnew() throws IOException {
        TestClock clock = new TestClock(Instant.ofEpochSecond(1_723_650_000));
        try (Sandbox own =
                Sandbox.builder().clock(clock).retryAfter(Duration.ofSeconds(5)).start()) {
            own.customer(new Merchant(own, clock)
                            .createSession(receiver.thenAnswer(500).url()))
                    .pays();
            own.webhooks().await();
            clock.move(Duration.ofSeconds(5));
            own.advance(Duration.ZERO);
            own.webhooks().await();

            assertThat(receiver.received())
                    .extracting(received -> received.header("X-Paycrypt-Timestamp"))
                    .containsExactly("1723650000", "1723650005");
            assertThat(receiver.received()).allMatch(received -> received.isSignedWith(own.secret()));
        }
    }

    @Test
    void aDeliveryIsRepeatedByHandAndSignedAnew() {
        String id = merchant.createSession(receiver.url());
        sandbox.customer(id).pays();
        Delivery first = sandbox.webhooks().await(id);
        sandbox.webhooks().redeliver(first.id());

        assertThat(sandbox.webhooks().await(id).attempts()).hasSize(2).allMatch(Attempt::succeeded);
        assertThat(receiver.received()).extracting(Received::text).containsOnly(first.body());
    }

    @Test
    void aRedeliveryTakesThePlaceOfAScheduledRetry() {
        String id = merchant.createSession(receiver.thenAnswer(500).url());
        sandbox.customer(id).pays();
        sandbox.webhooks().redeliver(sandbox.webhooks().await(id).id());
        sandbox.webhooks().await();
        sandbox.advance(Duration.ofHours(1));

        assertThat(sandbox.webhooks().await(id).attempts()).hasSize(2);
    }

    @Test
    void aRedirectIsAFailureAndNotFollowed() {
        String id = merchant.createSession(receiver.url());
        receiver.thenAnswer(307, Map.of("Location", receiver.url() + "/elsewhere"));
        sandbox.customer(id).pays();

        assertThat(sandbox.webhooks().await(id).attempts())
                .extracting(Attempt::outcome)
                .containsExactly("307");
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void runningServersFollowARedirectAndLoseTheBodyOnTheWay() {
        sandbox.dialect(Dialect.NEWER);
        String id = merchant.createSession(receiver.url());
        receiver.thenAnswer(302, Map.of("Location", receiver.url() + "/elsewhere"));
        sandbox.customer(id).fails();
        sandbox.webhooks().await(id);

        assertThat(receiver.received()).extracting(Received::method).containsExactly("POST", "GET");
        assertThat(receiver.received().get(1).body()).isEmpty();
    }

    @Test
    void aReceiverThatDoesNotAnswerIsLeftAfterFiveSeconds() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String id = merchant.createSession("http://127.0.0.1:" + silent.getLocalPort() + "/");
            sandbox.customer(id).pays();
            Attempt attempt = sandbox.webhooks().await(id).attempts().get(0);

            assertThat(attempt.outcome()).isEqualTo("no response within 5 s");
            assertThat(attempt.took()).isGreaterThanOrEqualTo(Duration.ofMillis(4500));
        }
    }

    @Test
    void aReceiverThatIsNotThereIsAFailureInTheLog() {
        receiver.close();
        String id = merchant.createSession(receiver.url());
        sandbox.customer(id).pays();

        assertThat(sandbox.webhooks().await(id).attempts().get(0).outcome()).contains("Connect");
    }

    @Test
    void anAnswerWithoutEndIsCutOff() {
        String id =
                merchant.createSession(receiver.answering("x".repeat(100_000)).url());
        sandbox.customer(id).pays();

        assertThat(sandbox.webhooks().await(id).attempts().get(0).responseBody())
                .hasSize(16 * 1024);
    }

    @Test
    void theEventsOfOneSessionArriveInTheirOrder() {
        sandbox.dialect(Dialect.NEWER);
        List<String> sessions = IntStream.range(0, 20)
                .mapToObj(n -> json(merchant.create(order("ORD-" + n).put("webhook_url", receiver.url())))
                        .path("id")
                        .asText())
                .toList();
        sessions.forEach(id -> sandbox.customer(id).pays());
        sandbox.webhooks().await();

        for (String id : sessions) {
            assertThat(receiver.received().stream()
                            .filter(received -> received.text().contains(id)))
                    .extracting(received -> received.text().substring(0, 25))
                    .containsExactly("{\"type\": \"payment.pending", "{\"type\": \"payment.confirm");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"detect", "underpay"})
    void aPaymentThatIsNotDoneIsToldAsPending(String action) throws IOException {
        String id = merchant.createSession(receiver.url());
        merchant.submit("/checkout/" + id + "/" + action, "");
        sandbox.webhooks().await(id);
        assertThat(event(0).path("type").asText()).isEqualTo("payment.pending");

        sandbox.customer(id).pays();
        sandbox.webhooks().await(id);
        assertThat(event(1).path("type").asText()).isEqualTo("payment.succeeded");
        assertThat(event(1).path("id")).isEqualTo(event(0).path("id"));
    }

    @Test
    void cancellingAndExpiringAreToldToNobody() {
        sandbox.customer(merchant.createSession(receiver.url())).cancels();
        merchant.createSession(receiver.url());
        sandbox.advance(Duration.ofHours(1));

        assertThat(sandbox.webhooks().await()).isEmpty();
    }

    @Test
    void aSessionWithoutWebhookUrlHasNoDeliveryToWaitFor() {
        String id = json(merchant.create(order("ORD-1"))).path("id").asText();
        sandbox.customer(id).pays();

        assertThatThrownBy(() -> sandbox.webhooks().await(id)).hasMessageContaining("webhook_url");
    }

    @Test
    void theFirstKeySignsWhicheverCreatedTheSession() {
        try (Sandbox own = Sandbox.builder()
                .credentials("k1", "s1")
                .credentials("k2", "s2")
                .start()) {
            own.customer(new Merchant(own, "k2", "s2").createSession(receiver.url()))
                    .pays();
            own.webhooks().await();
        }
        assertThat(receiver.received().get(0).header("X-Paycrypt-Key")).isEqualTo("k1");
        assertThat(receiver.received().get(0).isSignedWith("s1")).isTrue();
    }

    @Test
    void aRedeliveryWhileAnAttemptIsUnderWayIsAnAttemptOfItsOwn() throws Exception {
        String id = merchant.createSession(receiver.url());
        CountDownLatch answer = receiver.holdNext();
        sandbox.customer(id).pays();
        receiver.awaitReceived(1);
        sandbox.webhooks().redeliver(sandbox.webhooks().of(id).get(0).id());
        answer.countDown();

        assertThat(sandbox.webhooks().await(id).attempts()).hasSize(2).allMatch(Attempt::succeeded);
        assertThat(sandbox.webhooks().await(id).status()).isEqualTo(Status.DELIVERED);
        assertThat(receiver.received()).hasSize(2);
    }

    @Test
    void whatHappensAtOnceIsToldInTheOrderInWhichItHappened() throws Exception {
        sandbox.dialect(Dialect.NEWER);
        List<String> sessions = IntStream.range(0, 60)
                .mapToObj(n -> json(merchant.create(order("ORD-" + n).put("webhook_url", receiver.url())))
                        .path("id")
                        .asText())
                .toList();
        List<CompletableFuture<?>> posts = new ArrayList<>();
        for (String id : sessions) {
            for (String action : List.of("detect", "pay")) {
                posts.add(merchant.sendAsync(merchant.post("/checkout/" + id + "/" + action, new byte[0])));
            }
        }
        CompletableFuture.allOf(posts.toArray(CompletableFuture[]::new)).get();
        sandbox.webhooks().await();

        for (String id : sessions) {
            assertThat(receiver.received().stream()
                            .filter(received -> received.text().contains(id)))
                    .extracting(received -> received.text().substring(0, 25))
                    .containsExactly("{\"type\": \"payment.pending", "{\"type\": \"payment.confirm");
        }
    }

    private JsonNode event(int index) throws IOException {
        return new ObjectMapper().readTree(receiver.received().get(index).body());
    }
}
