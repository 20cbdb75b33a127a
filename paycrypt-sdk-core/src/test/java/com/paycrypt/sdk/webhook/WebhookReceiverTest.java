package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.auth.Credentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookReceiverTest {
    private final Credentials credentials = Credentials.of("pk_1", "sk_1");
    private final List<String> handled = new ArrayList<>();
    private final WebhookReceiver receiver = WebhookReceiver.builder(credentials)
            .handler(event -> handled.add(event.type()))
            .maxBodySize(100)
            .build();
    private final SignedWebhook delivery = sign("{\"type\":\"payment.succeeded\"}");

    @Test
    void aGenuineDeliveryIsHandledOnceAndItsCopyAcknowledged() throws IOException {
        assertThat(receive(delivery).status()).isEqualTo(200);
        assertThat(receive(delivery).status()).isEqualTo(200);
        assertThat(handled).containsExactly("payment.succeeded");
    }

    @Test
    void aDeliverySignedAnewIsHandledAnew() throws IOException {
        receive(delivery);
        receive(sign("{\"type\":\"payment.failed\"}"));

        assertThat(handled).containsExactly("payment.succeeded", "payment.failed");
    }

    @Test
    void aDeliveryWhoseHandlerFailedIsAcceptedAgain() {
        WebhookDelivery first = receiver.open("POST", delivery.headers()::get, delivery.body());
        assertThat(first.failed(new IllegalStateException("no stock")).status()).isEqualTo(500);

        assertThat(receiver.receive("POST", delivery.headers()::get, delivery.body())
                        .status())
                .isEqualTo(200);
        assertThat(handled).containsExactly("payment.succeeded");
    }

    @Test
    void aCopyOfOneBeingHandledIsToldSo() {
        WebhookDelivery first = receiver.open("POST", delivery.headers()::get, delivery.body());
        WebhookDelivery copy = receiver.open("POST", delivery.headers()::get, delivery.body());

        assertThat(first.answer()).isEmpty();
        assertThat(copy.answer())
                .hasValueSatisfying(answer -> assertThat(answer.status()).isEqualTo(409));
        assertThat(first.succeeded().status()).isEqualTo(200);
    }

    @Test
    void whatIsRefusedByItsHeadersIsNotRead() throws IOException {
        InputStream unreadable = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("read");
            }
        };

        assertThat(receiver.receive("GET", delivery.headers()::get, unreadable).status())
                .isEqualTo(405);
        assertThat(receiver.receive("POST", name -> null, unreadable).status()).isEqualTo(401);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws IOException {
        assertThat(receive(sign("{\"type\":\"" + "x".repeat(100) + "\"}")).status())
                .isEqualTo(413);
        assertThat(handled).isEmpty();
    }

    private WebhookAnswer receive(SignedWebhook signed) throws IOException {
        return receiver.receive("POST", signed.headers()::get, new ByteArrayInputStream(signed.body()));
    }

    private SignedWebhook sign(String json) {
        return WebhookSigner.of(credentials).sign(json.getBytes(StandardCharsets.UTF_8));
    }
}
