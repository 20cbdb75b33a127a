package com.paycrypt.examples.documentation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookRejectedException;
import com.paycrypt.sdk.webhook.WebhookSigner;
import com.paycrypt.sdk.webhook.WebhookVerifier;
import org.junit.jupiter.api.Test;

/** A shop's own unit test, as the README shows it. */
class MerchantTest {
    private final Credentials credentials = Credentials.of("pk_test", "sk_test");

    @Test
    void aDeliveryIsSignedInsteadOfSwitchingVerificationOff() {
        // region signer
        String body = "{\"type\":\"payment.succeeded\",\"data\":{\"order_id\":\"ORD-123\"}}";
        SignedWebhook delivery = WebhookSigner.of(credentials).sign(body.getBytes(UTF_8));
        WebhookEvent event = WebhookVerifier.of(credentials).verify(delivery.headers()::get, delivery.body());
        // endregion

        assertThat(event.payment().orderId()).hasValue("ORD-123");
    }

    @Test
    void whatAnotherSecretSignedIsRejected() {
        SignedWebhook delivery =
                WebhookSigner.of(Credentials.of("pk_test", "sk_other")).sign("{}".getBytes(UTF_8));
        WebhookVerifier verifier = WebhookVerifier.of(credentials);

        assertThatThrownBy(() -> verifier.verify(delivery.headers()::get, delivery.body()))
                .isInstanceOfSatisfying(
                        WebhookRejectedException.class,
                        rejection -> assertThat(rejection.httpStatus()).isEqualTo(401));
    }
}
