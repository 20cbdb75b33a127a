package com.paycrypt.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookSigner;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Further keys, and further secrets of one key, whose deliveries are taken while old ones are replaced. */
@Tag("alone")
@ExtendWith(OutputCaptureExtension.class)
class RotationTest {
    private static Shop shop;

    @BeforeAll
    static void start() {
        shop = Shop.start(
                Applications.WithController.class,
                "paycrypt.webhook.also-accept[0].key=pk_old",
                "paycrypt.webhook.also-accept[0].secret=sk_old",
                "paycrypt.webhook.also-accept[1].key=pk_test_1",
                "paycrypt.webhook.also-accept[1].secret=sk_next");
    }

    @AfterAll
    static void stop() {
        if (shop != null) {
            shop.close();
        }
    }

    @Test
    void allOfThemVerify() throws Exception {
        assertThat(shop.deliver(Shop.paid()).statusCode()).isEqualTo(200);
        assertThat(deliver("pk_old", "sk_old")).isEqualTo(200);
        assertThat(deliver("pk_test_1", "sk_next")).isEqualTo(200);
    }

    @Test
    void aStrangersDoesNotAndNoneVerifiesUnderAnothersKey() throws Exception {
        int before = shop.bean(Applications.Controller.class).taken.size();

        assertThat(deliver("pk_stranger", "sk_stranger")).isEqualTo(401);
        assertThat(deliver("pk_old", "sk_test_1")).isEqualTo(401);
        assertThat(deliver("pk_test_1", "sk_old")).isEqualTo(401);
        assertThat(shop.bean(Applications.Controller.class).taken).hasSize(before);
    }

    @Test
    void aKeyWithoutItsSecretIsFoundAtTheStartAndNoSecretIsShown(CapturedOutput output) {
        assertThatThrownBy(() -> Shop.start(
                        Applications.WithController.class,
                        "paycrypt.webhook.also-accept[0].key=pk_old",
                        "paycrypt.webhook.also-accept[0].secret=sk_old",
                        "paycrypt.webhook.also-accept[1].key=pk_older"))
                .isInstanceOf(RuntimeException.class);

        assertThat(output.getAll())
                .contains("The values of paycrypt.webhook.also-accept[1] cannot be used")
                .doesNotContain("sk_");
    }

    private static int deliver(String key, String secret) throws Exception {
        SignedWebhook delivery =
                WebhookSigner.of(Credentials.of(key, secret)).sign(Shop.PAID.getBytes(StandardCharsets.UTF_8));
        return shop.deliver(delivery).statusCode();
    }
}
