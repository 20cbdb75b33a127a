package com.paycrypt.sandbox.console;

import static com.paycrypt.sandbox.support.Merchant.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sandbox.model.Fault;
import com.paycrypt.sandbox.model.RejectedRequest;
import com.paycrypt.sandbox.model.Rule;
import com.paycrypt.sandbox.model.State;
import com.paycrypt.sandbox.support.Merchant;
import com.paycrypt.sandbox.support.Receiver;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleTest {
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

    @Test
    void anEmptySandboxSaysHowToBegin() {
        assertThat(merchant.get("/").body())
                .contains("PAYCRYPT_BASE_URL=" + sandbox.baseUrl(), "None yet.")
                .doesNotContain(sandbox.secret());
    }

    @Test
    void aDeliveryIsListedWithRequestAndResponse() {
        String id = merchant.createSession(receiver.thenAnswer(500).url());
        sandbox.customer(id).pays();
        sandbox.webhooks().await();
        JsonNode delivery = json(merchant.get("/deliveries")).path(0);

        assertThat(delivery.path("session_id").asText()).isEqualTo(id);
        assertThat(delivery.path("type").asText()).isEqualTo("payment.succeeded");
        assertThat(delivery.path("status").asText()).isEqualTo("failed");
        assertThat(delivery.at("/attempts/0/status").asInt()).isEqualTo(500);
        assertThat(delivery.at("/attempts/0/request_headers/X-Paycrypt-Key").asText())
                .isEqualTo(sandbox.key());
        assertThat(delivery.at("/attempts/0/response_body").asText()).isEqualTo("{\"ok\":true}");
        assertThat(merchant.get("/").body()).contains("/deliveries/d1", ">failed<", receiver.url());
        assertThat(merchant.get("/deliveries/d1").body())
                .contains("X-Paycrypt-Signature: ", "&quot;type&quot;: &quot;payment.succeeded&quot;");
        assertThat(merchant.get("/checkout/" + id).body()).contains("/deliveries/d1", ">failed<");
    }

    @ParameterizedTest
    @CsvSource({
        "302, Redirects are not followed",
        "400, Compare the clocks",
        "401, rejected the key or the signature",
        "403, CSRF",
        "404, Nothing listens on that path",
        "405, takes no POST",
        "413, takes less",
        "415, Content-Type",
        "500, own code failed"
    })
    void thePageOfADeliveryTellsWhatItsAnswerUsuallyMeans(int status, String hint) {
        sandbox.customer(merchant.createSession(receiver.thenAnswer(status).url()))
                .pays();
        sandbox.webhooks().await();

        assertThat(merchant.get("/deliveries/d1").body()).contains(hint);
    }

    @Test
    void theRedeliverButtonDeliversAgain() {
        sandbox.customer(merchant.createSession(receiver.url())).pays();
        sandbox.webhooks().await();
        HttpResponse<String> answer = merchant.submit("/deliveries/d1/redeliver", "");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(sandbox.webhooks().await().get(0).attempts()).hasSize(2);
    }

    @Test
    void aRejectedRequestIsExplainedOnAPageOfItsOwn() {
        byte[] body = Merchant.order("ORD-1").toString().getBytes(StandardCharsets.UTF_8);
        String now = Long.toString(Instant.now().getEpochSecond());
        HttpResponse<String> rejected =
                merchant.send(merchant.signed(now, body, Merchant.signature(sandbox.key(), now, body)));
        String page = rejected.headers().firstValue("X-Sandbox-Explanation").orElseThrow();

        assertThat(page).isEqualTo(sandbox.baseUrl() + "/rejected/r1");
        assertThat(merchant.get(URI.create(page).getPath()).body())
                .contains("It was signed with the key. Sign with the secret.", "ORD-1")
                .doesNotContain(Merchant.signature(sandbox.secret(), now, body));
        assertThat(merchant.get("/").body()).contains("/rejected/r1", "bad_signature");
        assertThat(sandbox.rejectedRequests())
                .extracting(RejectedRequest::reason)
                .containsExactly("bad_signature");
    }

    @Test
    void theDialectIsSwitched() {
        assertThat(merchant.submit("/controls/dialect", "dialect=newer").statusCode())
                .isEqualTo(303);
        assertThat(sandbox.dialect()).isEqualTo(Dialect.NEWER);
        assertThat(merchant.get("/").body()).contains("<option selected>newer</option>");
    }

    @Test
    void theClockIsMoved() {
        String id = merchant.createSession(receiver.url());
        assertThat(merchant.submit("/controls/clock", "seconds=1800").statusCode())
                .isEqualTo(303);
        assertThat(sandbox.session(id).orElseThrow().state()).isEqualTo(State.EXPIRED);
    }

    @Test
    void rulesAreAddedAndCleared() {
        merchant.submit("/controls/rules", "fault=bad-gateway&times=2&seconds=&type=create&session=");
        assertThat(merchant.create(Merchant.order("ORD-1")).statusCode()).isEqualTo(502);
        assertThat(merchant.get("/").body()).contains("bad-gateway of create, 1 times");

        merchant.submit("/controls/rules/clear", "");
        assertThat(merchant.create(Merchant.order("ORD-1")).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "dialect, dialect=klingon",
        "dialect, ''",
        "clock, seconds=-1",
        "clock, seconds=99999999999",
        "clock, seconds=x",
        "rules, fault=none&times=1",
        "rules, fault=drop&times=0",
        "rules, fault=drop&times=x",
        "rules, fault=drop&seconds=-1"
    })
    void aControlThatCannotBeTurnedIsABadRequest(String control, String form) {
        assertThat(merchant.submit("/controls/" + control, form).statusCode()).isEqualTo(400);
    }

    @Test
    void noControlIsTurnedFromAnotherSite() {
        for (String path : List.of(
                "/controls/dialect",
                "/controls/clock",
                "/controls/rules",
                "/controls/rules/clear",
                "/deliveries/d1/redeliver")) {
            HttpRequest.Builder request = merchant.post(path, new byte[0]).header("Origin", "https://evil.example");
            assertThat(merchant.send(request).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void manyRulesCannotFillTheMemory() {
        for (int n = 0; n < 1_000; n++) {
            sandbox.rules().add(Rule.of(Fault.DROP).type("none-" + n));
        }

        assertThat(merchant.submit("/controls/rules", "fault=drop").statusCode())
                .isEqualTo(400);
        assertThatThrownBy(() -> sandbox.rules().add(Rule.of(Fault.DROP))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTestSessionIsCreatedAndPlayedWith() {
        HttpResponse<String> created =
                merchant.submit("/sessions", "order_id=T-1&amount=12.50&currency=eur&webhook_url=" + receiver.url());
        String location = created.headers().firstValue("Location").orElseThrow();
        String id = location.substring(location.indexOf('=') + 1);
        HttpResponse<String> paid = merchant.submit("/checkout/" + id + "/pay", "back=console");
        sandbox.webhooks().await(id);

        assertThat(paid.headers().firstValue("Location")).hasValue("/?session=" + id);
        assertThat(merchant.get(location).body())
                .contains("T-1, 12.50 EUR", "created for order T-1", "open -&gt; paid", "d1 payment.succeeded: 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "amount=0&currency=USD",
                "amount=1&currency=",
                "amount=x&currency=USD",
                "amount=1&currency=USD&webhook_url=ftp://x",
                "amount=1e9&currency=USD"
            })
    void aTestSessionThatCannotBeIsABadRequest(String form) {
        assertThat(merchant.submit("/sessions", form).statusCode()).isEqualTo(400);
        assertThat(sandbox.sessions()).isEmpty();
    }

    @Test
    void anyEventIsSentForASession() {
        String id = merchant.createSession(receiver.url());

        assertThat(merchant.submit("/sessions/" + id + "/events", "type=payment.failed")
                        .statusCode())
                .isEqualTo(303);
        assertThat(sandbox.webhooks().await(id).type()).isEqualTo("payment.failed");
        assertThat(merchant.submit("/sessions/ps_0/events", "type=payment.failed")
                        .statusCode())
                .isEqualTo(400);
        assertThat(merchant.submit("/sessions/" + id + "/events", "type=%3Cb%3E")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aDeliveryIsVerifiedAndWrittenAsCurl() {
        sandbox.rules().add(Rule.of(Fault.WRONG_SECRET).times(1));
        String id = merchant.createSession(receiver.url());
        sandbox.customer(id).pays();
        sandbox.webhooks().await(id);
        assertThat(merchant.get("/deliveries/d1").body()).contains("key or signature is wrong");
        sandbox.webhooks().redeliver("d1");
        sandbox.webhooks().await(id);

        assertThat(merchant.get("/deliveries/d1").body())
                .contains("the signature is right", "curl -i &#39;" + receiver.url(), "--data-raw &#39;{");
    }

    @Test
    void pagesOfDeliveriesLeadToTheNext() {
        String id = merchant.createSession(receiver.url());
        for (int n = 0; n < 60; n++) {
            sandbox.webhooks().trigger(id, "payment.pending");
        }
        sandbox.webhooks().await();
        HttpResponse<String> first = merchant.get("/deliveries");

        assertThat(json(first)).hasSize(50);
        assertThat(json(first).path(0).path("id").asText()).isEqualTo("d60");
        assertThat(first.headers().firstValue("Link")).hasValue("</deliveries?before=11>; rel=\"next\"");
        assertThat(json(merchant.get("/deliveries?before=11"))).hasSize(10);
    }

    @Test
    void theJournalIsReadFromAnyFactOn() {
        sandbox.customer(merchant.createSession(receiver.url())).cancels();
        JsonNode all = json(merchant.get("/journal"));

        assertThat(all.path(0).path("number").asInt()).isOne();
        assertThat(json(merchant.get("/journal?after=1"))).hasSize(all.size() - 1);
        assertThat(json(merchant.get("/version")).path("version").asText()).isEqualTo(Integer.toString(all.size()));
    }
}
