package com.paycrypt.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.paycrypt.sandbox.model.Attempt;
import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sandbox.support.Receiver;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookSenderTest {
    private static final byte[] BODY = "{\"a\": \"any body\"}".getBytes(UTF_8);

    @Test
    void anyBodyIsSignedAndSentAsItIs() throws IOException {
        try (Receiver receiver = Receiver.start();
                WebhookSender sender = WebhookSender.of("k", "s")) {
            Attempt attempt = sender.send(URI.create(receiver.url()), BODY);

            assertThat(attempt.outcome()).isEqualTo("200");
            assertThat(receiver.received().get(0).body()).isEqualTo(BODY);
            assertThat(receiver.received().get(0).isSignedWith("s")).isTrue();
        }
    }

    @Test
    void headersAreSentAsTheyAreGiven() throws IOException {
        try (Receiver receiver = Receiver.start();
                WebhookSender sender = WebhookSender.of("k", "s")) {
            Map<String, String> headers = sender.sign(Instant.ofEpochSecond(1), BODY);
            headers.remove("X-Paycrypt-Key");
            sender.send(URI.create(receiver.url()), headers, BODY);

            assertThat(receiver.received().get(0).header("X-Paycrypt-Timestamp"))
                    .isEqualTo("1");
            assertThat(receiver.received().get(0).header("X-Paycrypt-Key")).isEmpty();
        }
    }

    @Test
    void anotherMachineIsSentToOnlyIfItIsAllowed() {
        try (WebhookSender sender = WebhookSender.of("k", "s")) {
            assertThatThrownBy(() -> sender.send(URI.create("http://merchant.tld/"), BODY))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("merchant.tld is not this machine");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GUIDE, payment.succeeded, completed",
        "NEWER, payment.pending, pending",
        "NEWER, payment.failed, failed",
        "OLDER, payment.succeeded, succeeded"
    })
    void aSampleEventIsWhatPayCryptWouldSend(Dialect dialect, String type, String status) throws IOException {
        byte[] body = new SampleEvent(type, "ORD-9", "12.50", "EUR", dialect).body(Clock.systemUTC());
        JsonNode event = new ObjectMapper().readTree(body);
        JsonNode data = dialect == Dialect.OLDER ? event.path("data") : event.at("/data/object");

        assertThat(event.path("type").asText()).isEqualTo(type);
        assertThat(data.path("order_id").asText()).isEqualTo("ORD-9");
        assertThat(data.path("status").asText()).isEqualTo(status);
    }
}
