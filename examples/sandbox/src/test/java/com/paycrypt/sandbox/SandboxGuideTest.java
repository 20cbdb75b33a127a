package com.paycrypt.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sandbox.model.Delivery;
import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sandbox.model.Fault;
import com.paycrypt.sandbox.model.Rule;
import com.paycrypt.sandbox.model.State;
import com.paycrypt.sandbox.support.Merchant;
import com.paycrypt.sandbox.support.Receiver;
import java.io.IOException;
import java.time.Duration;
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
    void thingsGoWrongOnDemand() throws IOException {
        try (Receiver shop = Receiver.start();
                Sandbox sandbox = Sandbox.start()) {
            // region wrong
            sandbox.rules().add(Rule.of(Fault.UNAVAILABLE).times(2)); // the next two creates answer 503
            // endregion
            assertThat(status(sandbox)).isEqualTo(503);
            assertThat(status(sandbox)).isEqualTo(503);
            String sessionId = createSession(sandbox, shop.url());
            // region states
            sandbox.customer(sessionId).paysHalf(); // half of the amount comes in
            sandbox.customer(sessionId).hasTime(Duration.ofSeconds(5)); // the rest must come within 5 s
            sandbox.advance(Duration.ofSeconds(5)); // no test waits for that
            // endregion
            assertThat(sandbox.session(sessionId).orElseThrow().state()).isEqualTo(State.EXPIRED);
            // region dialect
            sandbox.dialect(Dialect.OLDER); // from now on answers like the older servers
            // endregion
            assertThat(sandbox.dialect()).isEqualTo(Dialect.OLDER);
        }
    }

    private static int status(Sandbox sandbox) {
        return new Merchant(sandbox).create(Merchant.order("ORD-1")).statusCode();
    }

    private static String createSession(Sandbox sandbox, String webhookUrl) {
        return new Merchant(sandbox).createSession(webhookUrl);
    }
}
