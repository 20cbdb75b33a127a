package com.paycrypt.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sandbox.model.Delivery;
import com.paycrypt.sandbox.spring.DevelopmentSandbox;
import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** An application that is developed against a sandbox of its own. */
@Tag("alone")
class DevelopmentSandboxTest {
    @Test
    void itIsPointedAtTheSandboxAndGetsItsWebhooks() {
        Sandbox sandbox;
        try (ConfigurableApplicationContext shop = start()) {
            sandbox = shop.getBean(Sandbox.class);
            String session = shop.getBean(PayCryptClient.class)
                    .paymentSessions()
                    .create(PaymentSessionRequest.builder()
                            .orderId("ORD-123")
                            .amount("49.00", "USD")
                            .successUrl("https://shop.example/success")
                            .cancelUrl("https://shop.example/cancel")
                            .webhookUrl("https://shop.example/api/paycrypt/webhook")
                            .build())
                    .id();
            sandbox.customer(session).pays();

            assertThat(sandbox.webhooks().await(session).status()).isEqualTo(Delivery.Status.DELIVERED);
        }
        int port = sandbox.port();
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port))
                .isInstanceOf(ConnectException.class);
    }

    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Applications.WithListener.class, DevelopmentSandbox.class)
                .run("--server.port=0", "--server.address=127.0.0.1", "--spring.main.banner-mode=off");
    }
}
