package com.paycrypt.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookInbox;
import com.paycrypt.sdk.webhook.WebhookSigner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;

/** Two merchants in one application, on one port and in one database. */
@Tag("full")
class SeveralMerchantsTest {
    @Test
    void nothingOfOneIsTakenForTheOthers() throws Exception {
        try (Shop shop = Shop.startWithoutUs(Applications.WithListener.class, settings())) {
            Applications.Listener listener = shop.bean(Applications.Listener.class);
            listener.failures.set(1);

            assertThat(deliver(shop, "a", "/shop-a/webhook")).isEqualTo(200);
            assertThat(of(shop, WebhookInbox.class, "shop-b").pending()).isEmpty();
            assertThat(deliver(shop, "b", "/shop-b/webhook")).isEqualTo(200);
            assertThat(deliver(shop, "a", "/shop-b/webhook")).isEqualTo(401);
            assertThat(deliver(shop, "a", "/SHOP-B//webhook/")).isEqualTo(401);

            assertThat(operations(shop))
                    .contains("\"shop-a\":{\"pending\":1,\"exhausted\":0", "\"order\":\"ORD-123\"")
                    .contains("\"shop-b\":{\"pending\":0,\"exhausted\":0")
                    .doesNotContain("payment.succeeded\",\"id\"");

            WebhookInbox inbox = of(shop, WebhookInbox.class, "shop-a");
            inbox.pending().forEach(failed -> inbox.retry(failed.digest()));
            Await.until(() -> listener.taken.size() == 2);
            assertThat(listener.taken).extracting(WebhookEvent::key).isEqualTo(List.of("pk_b", "pk_a"));
            assertThat(of(shop, PayCryptClient.class, "shop-a")).isNotSameAs(of(shop, PayCryptClient.class, "shop-b"));
        }
    }

    private static String[] settings() {
        return new String[] {
            "paycrypt.base-url=https://pay.example",
            "paycrypt.merchants.shop-a.key=pk_a",
            "paycrypt.merchants.shop-a.secret=sk_a",
            "paycrypt.merchants.shop-a.webhook.path=/shop-a/webhook",
            "paycrypt.merchants.shop-b.key=pk_b",
            "paycrypt.merchants.shop-b.secret=sk_b",
            "paycrypt.merchants.shop-b.webhook.path=/shop-b/webhook",
            "paycrypt.webhook.replay=jdbc",
            "management.endpoints.web.exposure.include=paycryptinbox",
            "spring.security.user.name=ops",
            "spring.security.user.password=ops",
            "paycrypt.webhook.inbox.create-table=true",
            "spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID()
        };
    }

    /** What the actuator shows to those who may see it. */
    private static String operations(Shop shop) throws IOException, InterruptedException {
        String ops = Base64.getEncoder().encodeToString("ops:ops".getBytes(StandardCharsets.US_ASCII));
        return shop.send(shop.request("/actuator/paycryptinbox")
                        .header("Authorization", "Basic " + ops)
                        .build())
                .body();
    }

    private static <T> T of(Shop shop, Class<T> type, String merchant) {
        BeanFactory beans = shop.context().getBeanFactory();
        return BeanFactoryAnnotationUtils.qualifiedBeanOfType(beans, type, merchant);
    }

    private static int deliver(Shop shop, String merchant, String path) throws IOException, InterruptedException {
        var delivery = WebhookSigner.of(Credentials.of("pk_" + merchant, "sk_" + merchant))
                .sign(Shop.PAID.replace("evt_1", "evt_" + System.nanoTime()).getBytes(StandardCharsets.UTF_8));
        return shop.send(shop.signed(delivery, path).build()).statusCode();
    }
}
