package com.paycrypt.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sandbox.model.Coin;
import com.paycrypt.sandbox.model.Delivery;
import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sandbox.model.Fact;
import com.paycrypt.sandbox.model.Fault;
import com.paycrypt.sandbox.model.Rule;
import com.paycrypt.sandbox.model.State;
import com.paycrypt.sandbox.support.Merchant;
import com.paycrypt.sandbox.support.Receiver;
import com.paycrypt.sandbox.support.TestClock;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The programs of SANDBOX.md. */
class SandboxGuideTest {

    @Test
    void aSessionIsPaidInATest() throws IOException {
        try (Receiver shop = Receiver.start()) {
            // region pay
            try (Sandbox sandbox = Sandbox.start()) {
                String sessionId = createSession(sandbox, shop.url()); // by the shop, at sandbox.baseUrl()

                sandbox.customer(sessionId).pays();
                Delivery webhook = sandbox.webhooks().await(sessionId);

                assertThat(webhook.status()).isEqualTo(Delivery.Status.DELIVERED);
            }
            // endregion
            assertThat(shop.received()).hasSize(1);
        }
    }

    @Test
    void customersPayInEveryWay() throws IOException {
        try (Receiver shop = Receiver.start();
                Sandbox sandbox = Sandbox.start()) {
            String sessionId = createSession(sandbox, shop.url());
            // region customer
            Customer customer = sandbox.customer(sessionId);
            customer.chooses(Coin.USDT_TRON);
            customer.pays("24.50"); // half of it, confirmed
            customer.sends(Coin.USDT_TRON, "24.5").confirms(7); // the rest, with 7 of 19 confirmations
            // endregion
            assertThat(sandbox.session(sessionId).orElseThrow().state()).isEqualTo(State.PENDING);
        }
    }

    @Test
    void thingsGoWrongOnDemand() throws IOException {
        try (Receiver shop = Receiver.start();
                Sandbox sandbox = Sandbox.start()) {
            String sessionId = createSession(sandbox, shop.url());
            // region wrong
            sandbox.rules().add(Rule.of(Fault.UNAVAILABLE).times(2)); // the next two creates answer 503
            sandbox.rules().add(Rule.of(Fault.TWICE).session(sessionId)); // its webhooks come twice
            sandbox.rules().add(Rule.of(Fault.PAGE_DOWN).lasting(Duration.ofMinutes(1)));
            // endregion
            assertThat(status(sandbox)).isEqualTo(503);
            assertThat(status(sandbox)).isEqualTo(503);
            assertThat(status(sandbox)).isEqualTo(201);
            // region time
            sandbox.customer(sessionId).paysHalf().hasTime(Duration.ofSeconds(5)); // the rest must come within 5 s
            sandbox.advance(Duration.ofSeconds(5)); // no test waits for that
            // endregion
            assertThat(sandbox.session(sessionId).orElseThrow().state()).isEqualTo(State.EXPIRED);
            // region dialect
            sandbox.dialect(Dialect.OLDER); // from now on behaves like the older servers
            // endregion
            assertThat(sandbox.dialect()).isEqualTo(Dialect.OLDER);
        }
    }

    @Test
    void aRunCanBeRepeated() {
        Clock clock = new TestClock(Instant.ofEpochSecond(1_723_650_000));
        // region repeatable
        Sandbox sandbox = Sandbox.builder().seed(42).clock(clock).start();
        // endregion
        try (sandbox) {
            String sessionId = new Merchant(sandbox, clock).createSession("http://127.0.0.1:9/");
            // region journal
            for (Fact fact : sandbox.journal()) {
                System.out.println(fact.line());
            }
            // endregion
            assertThat(sessionId).isEqualTo("ps_359d41baf78a");
        }
    }

    @Test
    void anyBodyIsSignedAndSent() throws IOException {
        try (Receiver shop = Receiver.start()) {
            URI webhookUrl = URI.create(shop.url());
            // region sender
            byte[] body = SampleEvent.of("payment.succeeded", "ORD-123", "49.00", "USD")
                    .body(Clock.systemUTC());
            try (WebhookSender sender = WebhookSender.of("pk_1", "sk_1")) {
                assertThat(sender.send(webhookUrl, body).succeeded()).isTrue();
            }
            // endregion
        }
    }

    private static int status(Sandbox sandbox) {
        return new Merchant(sandbox).create(Merchant.order("ORD-1")).statusCode();
    }

    private static String createSession(Sandbox sandbox, String webhookUrl) {
        return new Merchant(sandbox).createSession(webhookUrl);
    }
}
