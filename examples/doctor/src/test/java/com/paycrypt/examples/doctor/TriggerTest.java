package com.paycrypt.examples.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events on demand, as the shop gets them. */
class TriggerTest {
    private final TestShop shop = new TestShop();
    private final Recorder receiver = new Recorder(shop);

    @TempDir
    private Path directory;

    private final ReceiverServer server = new ReceiverServer(receiver, shop);

    /** Notes what arrives, and judges it as a shop should. */
    private static final class Recorder extends HandWritten {
        final List<String> timestamps = new CopyOnWriteArrayList<>();
        final List<byte[]> bodies = new CopyOnWriteArrayList<>();

        Recorder(TestShop shop) {
            super(shop);
        }

        @Override
        void checkKey(HttpExchange exchange) {
            timestamps.add(timestamp(exchange));
            super.checkKey(exchange);
        }

        @Override
        byte[] readBody(HttpExchange exchange) throws IOException {
            bodies.add(super.readBody(exchange));
            return bodies.get(bodies.size() - 1);
        }
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aConfirmationPaysTheOrder() throws IOException {
        Run run = trigger("--order=ORD-1", "--amount=49.00");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("payment.confirmed was answered 200").contains("{\"ok\":true}");
        assertThat(handled("verdict")).containsExactly("PAID");
    }

    @Test
    void anyTypeIsSentForAnySession() throws IOException {
        Run run = trigger("payment.refunded", "--session=ps_7", "--order=ORD-1", "--amount=49.00");

        assertThat(run.exitCode()).isZero();
        assertThat(handled("type")).containsExactly("payment.refunded");
        assertThat(handled("sessionId")).containsExactly("ps_7");
    }

    @Test
    void anOlderServersEventIsFlat() throws IOException {
        Run run = trigger("--dialect=older", "--session=17", "--order=ORD-1", "--amount=49.00");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(handled("type")).containsExactly("payment.succeeded");
        assertThat(handled("verdict")).containsExactly("PAID");
        assertThat(new String(receiver.bodies.get(0), UTF_8)).contains("\"payment_session_id\":17,");
    }

    @Test
    void theMerchantsOwnBytesAreSentAsTheyAre() throws IOException {
        byte[] body = "{ \"type\" : \"payment.own\",\r\n \"data\" : {\"order_id\": \"\u00e9\"} }\n".getBytes(UTF_8);
        Path file = Files.write(directory.resolve("event.json"), body);

        Run run = trigger("--body", file.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(receiver.bodies).singleElement().isEqualTo(body);
        assertThat(handled("type")).containsExactly("payment.own");
    }

    @Test
    void twiceIsTheSameDeliveryTwice() throws IOException {
        Run run = trigger("--twice", "--order=ORD-1", "--amount=49.00");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).hasSize(2);
        assertThat(receiver.timestamps).hasSize(2);
        assertThat(receiver.timestamps.get(0)).isEqualTo(receiver.timestamps.get(1));
        assertThat(handled("verdict")).containsExactly("PAID");
    }

    @Test
    void severalEventsShareASessionAndAnId() throws IOException {
        Run run = trigger("payment.pending", "payment.confirmed", "--order=ORD-1", "--amount=49.00");

        assertThat(run.exitCode()).isZero();
        assertThat(handled("type")).containsExactly("payment.pending", "payment.confirmed");
        assertThat(handled("sessionId").stream().distinct()).hasSize(1);
        assertThat(Long.parseLong(receiver.timestamps.get(0))).isLessThan(Long.parseLong(receiver.timestamps.get(1)));
    }

    @Test
    void outOfOrderTheLastOneComesFirst() throws IOException {
        Run run = trigger("payment.pending", "payment.confirmed", "--out-of-order");

        assertThat(run.exitCode()).isZero();
        assertThat(handled("type")).containsExactly("payment.confirmed", "payment.pending");
        assertThat(Long.parseLong(receiver.timestamps.get(0)))
                .isGreaterThan(Long.parseLong(receiver.timestamps.get(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "--late=310, 400",
        "--late=-310, 400",
        "--late=200, 200",
        "--sign-as=wrong-key, 401",
        "--sign-as=wrong-secret, 401",
        "--sign-as=second, 401",
        "--sign-as=own, 200",
    })
    void theStatusIsToldAndMayBeExpected(String option, int status) {
        assertThat(trigger(option).out()).contains("was answered " + status);
        assertThat(trigger(option).exitCode()).isEqualTo(status == 200 ? 0 : 1);
        assertThat(trigger(option, "--expect=" + status).exitCode()).isZero();
        assertThat(trigger(option, "--expect=418").exitCode()).isEqualTo(1);
    }

    @Test
    void eachDeliveryIsOneJsonObjectOnDemand() throws IOException {
        Run run = trigger("--json", "--twice");

        for (String line : run.out().lines().toList()) {
            JsonNode delivery = new ObjectMapper().readTree(line);
            assertThat(delivery.path("type").asText()).isEqualTo("payment.confirmed");
            assertThat(delivery.path("status").asInt()).isEqualTo(200);
            assertThat(delivery.path("end").asText()).isEqualTo("ANSWERED");
            assertThat(delivery.path("body").asText()).isEqualTo("{\"ok\":true}");
        }
    }

    @Test
    void aSessionThatTheServerKnowsBringsItsOrder() throws IOException {
        TestShop unused = new TestShop();
        Receiver api = exchange -> Receiver.Answer.of(
                200,
                "{\"id\":\"ps_9\",\"status\":\"created\",\"order_id\":\"ORD-1\",\"amount\":49.0,\"currency\":\"USD\"}");
        try (ReceiverServer payCrypt = new ReceiverServer(api, unused)) {
            Run run = Run.triggerWith(
                    payCrypt.webhook().toString(), "--to", server.webhook().toString(), "--session=ps_9");

            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(handled("verdict")).containsExactly("PAID");
            assertThat(handled("sessionId")).containsExactly("ps_9");
        }
    }

    @Test
    void aSessionThatNobodyKnowsNeedsAnOrder() {
        Receiver api = exchange -> Receiver.Answer.of(404, "{\"error\":\"not_found\"}");
        try (ReceiverServer payCrypt = new ReceiverServer(api, new TestShop())) {
            Run run = Run.triggerWith(
                    payCrypt.webhook().toString(), "--to", server.webhook().toString(), "--session=ps_9");

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("give --order and --amount", "nothing was sent");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--body=/nowhere.json, there is no readable file",
        "--order=ORD-1, belong together",
        "--dialect=older --session=ps_1, --session is a number",
        "--dialect=oldest, oldest",
        "--sign-as=me, wrong-key",
        "--late=soon, --late",
    })
    void whatIsWrongWithTheOptionsIsNamed(String options, String message) {
        Run run = trigger(options.split(" "));

        assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains(message, "nothing was sent").doesNotContain("\tat ");
        assertThat(receiver.timestamps).isEmpty();
    }

    @Test
    void whereNothingListensIsTold() throws IOException {
        try (Socket held = new Socket()) {
            held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

            Run run = Run.trigger("--to=http://127.0.0.1:" + held.getLocalPort() + "/webhook");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("nothing answers at");
        }
    }

    @Test
    void helpListsTheOptions() {
        Run run = Run.trigger("--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains(
                        "--to", "--twice", "--late", "--out-of-order", "--sign-as", "--body", "--session", "--expect");
    }

    private Run trigger(String... options) {
        String[] target = {"--to", server.webhook().toString(), "--timeout=60"};
        return Run.trigger(Stream.concat(Stream.of(target), Stream.of(options)).toArray(String[]::new));
    }

    private List<String> handled(String field) throws IOException {
        return new ObjectMapper().readTree(shop.events()).findValuesAsText(field);
    }
}
