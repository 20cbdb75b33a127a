package com.paycrypt.examples.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import com.paycrypt.sdk.webhook.WebhookResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The recipes about keys, merchants and processes. */
class AccountRecipesTest {
    private static final Credentials OLD = Credentials.of("pk_old", "sk_old");
    private static final Credentials NEW = Credentials.of("pk_new", "sk_new");

    private final List<String> handled = Collections.synchronizedList(new ArrayList<>());

    @Test
    void aRotationNeedsNoRestart() {
        AtomicReference<List<Credentials>> vault = new AtomicReference<>(List.of(OLD));
        WebhookReceiver receiver = receiver(vault);

        assertThat(Deliveries.deliver(receiver, Deliveries.of(OLD, "ORD-1"))).isEqualTo(200);
        vault.set(List.of(NEW, OLD));
        assertThat(Deliveries.deliver(receiver, Deliveries.of(NEW, "ORD-2"))).isEqualTo(200);
        assertThat(Deliveries.deliver(receiver, Deliveries.of(OLD, "ORD-3"))).isEqualTo(200);
        assertThat(handled).containsExactly("pk_old", "pk_new", "pk_old");
    }

    @Test
    void aPairThatWasWithdrawnIsRejected() {
        WebhookReceiver receiver = receiver(new AtomicReference<>(List.of(NEW)));

        assertThat(Deliveries.deliver(receiver, Deliveries.of(OLD, "ORD-1"))).isEqualTo(401);
        assertThat(handled).isEmpty();
    }

    private WebhookReceiver receiver(AtomicReference<List<Credentials>> vault) {
        return RotateCredentials.receiver(vault::get, event -> handled.add(event.key()));
    }

    @Test
    void requestsAreSignedWithTheNewestPair() {
        try (Sandbox sandbox = Sandbox.builder().credentials("pk_new", "sk_new").start();
                PayCryptClient client = RotateCredentials.client(sandbox.baseUrl(), () -> List.of(NEW, OLD))) {
            assertThat(client.paymentSessions()
                            .create(Deliveries.request("ORD-1"))
                            .id())
                    .isEqualTo(sandbox.sessions().get(0).id());
        }
    }

    @Test
    void merchantsNeverSeeEachOthersDeliveries() throws IOException {
        Map<String, Credentials> accounts = Map.of("old", OLD, "new", NEW);
        try (Sandbox sandbox = Sandbox.builder().credentials("pk_new", "sk_new").start();
                SeveralMerchants merchants = new SeveralMerchants(
                        sandbox.baseUrl(), accounts, Deliveries.database(), (name, event) -> handled.add(name))) {
            assertThat(merchants.create("new", Deliveries.request("ORD-1")).id())
                    .startsWith("ps_");
            assertThat(status(merchants, "new", Deliveries.of(NEW, "ORD-1"))).isEqualTo(200);
            assertThat(status(merchants, "old", Deliveries.of(OLD, "ORD-1"))).isEqualTo(200);
            assertThat(status(merchants, "old", Deliveries.of(NEW, "ORD-1"))).isEqualTo(401);
            assertThat(status(merchants, "unknown", Deliveries.of(NEW, "ORD-1")))
                    .isEqualTo(404);
            assertThat(handled).containsExactly("new", "old");
        }
    }

    private static int status(SeveralMerchants merchants, String name, SignedWebhook delivery) throws IOException {
        return merchants
                .receive(name, "POST", delivery.headers()::get, new ByteArrayInputStream(delivery.body()))
                .map(WebhookResponse::status)
                .orElse(404);
    }

    @Test
    void aCopyThatReachesAnotherProcessIsNotHandledAgain() {
        DataSource database = Deliveries.database();
        SignedWebhook delivery = Deliveries.of(OLD, "ORD-1");
        WebhookReceiver one = ShareReplayGuard.receiver(OLD, database, event -> handled.add("one"));
        WebhookReceiver other = ShareReplayGuard.receiver(OLD, database, event -> handled.add("other"));

        assertThat(Deliveries.deliver(one, delivery)).isEqualTo(200);
        assertThat(Deliveries.deliver(other, delivery)).isEqualTo(200);
        assertThat(handled).containsExactly("one");
    }
}
