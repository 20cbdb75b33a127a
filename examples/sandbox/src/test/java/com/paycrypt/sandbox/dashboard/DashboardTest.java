package com.paycrypt.sandbox.dashboard;

import static com.paycrypt.sandbox.support.Merchant.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sandbox.api.Fault;
import com.paycrypt.sandbox.diagnosis.RefusedRequest;
import com.paycrypt.sandbox.session.State;
import com.paycrypt.sandbox.support.Merchant;
import com.paycrypt.sandbox.support.Receiver;
import com.paycrypt.sandbox.wire.Dialect;
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

class DashboardTest {
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
        sandbox.pay(id);
        sandbox.awaitDeliveries();
        JsonNode delivery = json(merchant.get("/deliveries")).path(0);

        assertThat(delivery.path("session_id").asText()).isEqualTo(id);
        assertThat(delivery.path("type").asText()).isEqualTo("payment.succeeded");
        assertThat(delivery.path("status").asText()).isEqualTo("retrying");
        assertThat(delivery.path("next_attempt_at").asLong()).isPositive();
        assertThat(delivery.at("/attempts/0/status").asInt()).isEqualTo(500);
        assertThat(delivery.at("/attempts/0/request_headers/X-Paycrypt-Key").asText())
                .isEqualTo(sandbox.key());
        assertThat(delivery.at("/attempts/0/response_body").asText()).isEqualTo("{\"ok\":true}");
        assertThat(merchant.get("/").body()).contains("/deliveries/d1", ">retrying<", receiver.url());
        assertThat(merchant.get("/deliveries/d1").body())
                .contains("X-Paycrypt-Signature: ", "&quot;type&quot;: &quot;payment.succeeded&quot;");
        assertThat(merchant.get("/checkout/" + id).body()).contains("/deliveries/d1", ">retrying<");
    }

    @ParameterizedTest
    @CsvSource({
        "302, Redirects are not followed",
        "400, Compare the clocks",
        "401, refused the key or the signature",
        "403, CSRF",
        "404, Nothing listens on that path",
        "405, takes no POST",
        "413, takes less",
        "415, Content-Type",
        "500, own code failed"
    })
    void thePageOfADeliveryTellsWhatItsAnswerUsuallyMeans(int status, String hint) {
        sandbox.pay(merchant.createSession(receiver.thenAnswer(status).url()));
        sandbox.awaitDeliveries();

        assertThat(merchant.get("/deliveries/d1").body()).contains(hint);
    }

    @Test
    void theRedeliverButtonDeliversAgain() {
        sandbox.pay(merchant.createSession(receiver.url()));
        sandbox.awaitDeliveries();
        HttpResponse<String> answer = merchant.submit("/deliveries/d1/redeliver", "");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(sandbox.awaitDeliveries().get(0).attempts()).hasSize(2);
    }

    @Test
    void aRefusedRequestIsExplainedOnAPageOfItsOwn() {
        byte[] body = Merchant.order("ORD-1").toString().getBytes(StandardCharsets.UTF_8);
        String now = Long.toString(Instant.now().getEpochSecond());
        HttpResponse<String> refused =
                merchant.send(merchant.signed(now, body, Merchant.signature(sandbox.key(), now, body)));
        String page = refused.headers().firstValue("X-Sandbox-Explanation").orElseThrow();

        assertThat(page).isEqualTo(sandbox.baseUrl() + "/refused/r1");
        assertThat(merchant.get(URI.create(page).getPath()).body())
                .contains("It was signed with the key. Sign with the secret.", "ORD-1")
                .doesNotContain(Merchant.signature(sandbox.secret(), now, body));
        assertThat(merchant.get("/").body()).contains("/refused/r1", "bad_signature");
        assertThat(sandbox.refusedRequests()).extracting(RefusedRequest::reason).containsExactly("bad_signature");
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
    void faultsAreAddedAndCleared() {
        merchant.submit("/controls/faults", "fault=bad-gateway&times=2");
        assertThat(merchant.create(Merchant.order("ORD-1")).statusCode()).isEqualTo(502);
        assertThat(merchant.get("/").body()).contains("Faults still to come: 1");

        merchant.submit("/controls/faults/clear", "");
        assertThat(merchant.create(Merchant.order("ORD-1")).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "dialect, dialect=klingon",
        "dialect, ''",
        "clock, seconds=-1",
        "clock, seconds=99999999999",
        "clock, seconds=x",
        "faults, fault=none&times=1",
        "faults, fault=drop&times=0",
        "faults, fault=drop"
    })
    void aControlThatCannotBeTurnedIsABadRequest(String control, String form) {
        assertThat(merchant.submit("/controls/" + control, form).statusCode()).isEqualTo(400);
    }

    @Test
    void noControlIsTurnedFromAnotherSite() {
        for (String path : List.of(
                "/controls/dialect",
                "/controls/clock",
                "/controls/faults",
                "/controls/faults/clear",
                "/deliveries/d1/redeliver")) {
            HttpRequest.Builder request = merchant.post(path, new byte[0]).header("Origin", "https://evil.example");
            assertThat(merchant.send(request).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void manyFaultsCannotFillTheMemory() {
        sandbox.failNext(10_000, Fault.DROP);

        assertThat(merchant.submit("/controls/faults", "fault=drop&times=1").statusCode())
                .isEqualTo(400);
    }
}
