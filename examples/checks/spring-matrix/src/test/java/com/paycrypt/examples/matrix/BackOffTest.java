package com.paycrypt.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import com.paycrypt.sdk.spring.PaymentSessionDefaults;
import com.paycrypt.sdk.webhook.ReplayGuard;
import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookHandler;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import com.paycrypt.sdk.webhook.WebhookSigner;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What a shop defines itself takes the place of ours. */
@Tag("alone")
@Tag("full")
class BackOffTest {
    private static final Credentials OWN = Credentials.of("pk_own", "sk_own");

    /** Credentials from a vault, say: then neither key nor secret is a property. */
    @Test
    void theShopsCredentialsSignAndVerify() throws Exception {
        try (Shop shop = Shop.startWithoutUs(WithCredentials.class, "paycrypt.base-url=https://pay.example")) {
            assertThat(shop.context().getBeansOfType(Credentials.class)).containsOnlyKeys("ownCredentials");
            assertThat(shop.bean(PayCryptClient.class)).isNotNull();
            assertThat(shop.deliver(own()).statusCode()).isEqualTo(200);
            assertThat(shop.deliver(Shop.paid()).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void theShopsClientDefaultsAndGuardAreTheOnlyOnesAndItsHandlerTakesDeliveriesWhereNobodyListens() throws Exception {
        try (Shop shop = Shop.start(WithHandler.class)) {
            assertThat(shop.deliver(Shop.paid()).statusCode()).isEqualTo(200);

            assertThat(shop.context().getBeansOfType(PayCryptClient.class)).containsOnlyKeys("ownClient");
            assertThat(shop.context().getBeansOfType(PaymentSessionDefaults.class))
                    .containsOnlyKeys("ownDefaults");
            assertThat(shop.context().getBeansOfType(ReplayGuard.class)).containsOnlyKeys("ownGuard");
            assertThat(((Guard) shop.bean(ReplayGuard.class)).asked).hasSize(1);
            assertThat(shop.bean(Handler.class).handled).hasSize(1);
        }
    }

    @Test
    void theShopsReceiverVerifies() throws Exception {
        try (Shop shop = Shop.start(WithReceiver.class)) {
            assertThat(shop.context().getBeansOfType(WebhookReceiver.class)).containsOnlyKeys("ownReceiver");
            assertThat(shop.deliver(own()).statusCode()).isEqualTo(200);
            assertThat(shop.deliver(Shop.paid()).statusCode()).isEqualTo(401);
        }
    }

    private static SignedWebhook own() {
        return WebhookSigner.of(OWN).sign(Shop.PAID.getBytes(StandardCharsets.UTF_8));
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Applications.Controller.class)
    static class WithCredentials {
        @Bean
        Credentials ownCredentials() {
            return OWN;
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Applications.Controller.class)
    static class WithReceiver {
        @Bean
        WebhookReceiver ownReceiver() {
            return WebhookReceiver.builder(OWN).build();
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Handler.class)
    static class WithHandler {
        @Bean
        PayCryptClient ownClient() {
            return PayCryptClient.builder("https://own.example", OWN).build();
        }

        @Bean
        PaymentSessionDefaults ownDefaults() {
            return PaymentSessionRequest::builder;
        }

        @Bean
        ReplayGuard ownGuard() {
            return new Guard(ReplayGuard.inMemory(), new CopyOnWriteArrayList<>());
        }
    }

    static class Handler implements WebhookHandler {
        final List<String> handled = new CopyOnWriteArrayList<>();

        @Override
        public void handle(WebhookEvent event) {
            handled.add(event.id());
        }
    }

    /** Notes what it is asked. */
    record Guard(ReplayGuard guard, List<Ticket> asked) implements ReplayGuard {
        @Override
        public Claim claim(Ticket ticket) {
            asked.add(ticket);
            return guard.claim(ticket);
        }

        @Override
        public boolean confirm(Ticket ticket, String token) {
            return guard.confirm(ticket, token);
        }

        @Override
        public boolean release(Ticket ticket, String token, Throwable cause) {
            return guard.release(ticket, token, cause);
        }
    }
}
