package com.paycrypt.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.session.PaymentSessionRequest;
import com.paycrypt.sdk.spring.PaymentSessionDefaults;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a shop says once for all of its sessions. */
@Tag("no-web")
@ExtendWith(OutputCaptureExtension.class)
class DefaultsTest {
    private static final String[] ALL = {
        "paycrypt.webhook.enabled=false",
        "paycrypt.defaults.success-url=https://merchant.tld/success",
        "paycrypt.defaults.cancel-url=https://merchant.tld/cancel",
        "paycrypt.defaults.webhook-url=https://merchant.tld/api/paycrypt/webhook"
    };

    @Test
    void aRequestStartsWithThemAndWhatItSaysItselfWins() {
        try (Shop shop = Shop.start(Applications.WithoutUs.class, ALL)) {
            PaymentSessionDefaults defaults = shop.bean(PaymentSessionDefaults.class);
            // region defaults
            PaymentSessionRequest order =
                    defaults.request().orderId("ORD-123").amount("49.00", "USD").build();
            // endregion

            assertThat(json(order))
                    .contains("\"success_url\":\"https://merchant.tld/success\"")
                    .contains("\"cancel_url\":\"https://merchant.tld/cancel\"")
                    .contains("\"webhook_url\":\"https://merchant.tld/api/paycrypt/webhook\"");

            PaymentSessionRequest special = defaults.request()
                    .orderId("ORD-1")
                    .amount("1.00", "USD")
                    .customerEmail("ada@example.com")
                    .successUrl("https://merchant.tld/thanks?oid=ORD-1")
                    .build();
            PaymentSessionRequest next =
                    defaults.request().orderId("ORD-2").amount("2.00", "USD").build();

            assertThat(json(special)).contains("/thanks?oid=ORD-1", "/cancel").doesNotContain("/success");
            assertThat(json(next)).contains("/success").doesNotContain("ada@", "/thanks");
        }
    }

    @Test
    void withoutAnyARequestNamesAllThatItMisses() {
        try (Shop shop = Shop.start(Applications.WithoutUs.class, "paycrypt.webhook.enabled=false")) {
            PaymentSessionDefaults defaults = shop.bean(PaymentSessionDefaults.class);

            assertThatThrownBy(() -> defaults.request().orderId("ORD-1").build())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll("amount is missing", "success_url is missing", "cancel_url is missing");
        }
    }

    @Test
    void wrongOnesAreAllNamedAtTheStart(CapturedOutput output) {
        assertThatThrownBy(() -> Shop.start(
                        Applications.WithoutUs.class,
                        "paycrypt.defaults.success-url=https://merchant.tld/success",
                        "paycrypt.defaults.cancel-url=/cancel",
                        "paycrypt.defaults.webhook-url="))
                .isInstanceOf(RuntimeException.class);

        assertThat(output.getAll())
                .contains("APPLICATION FAILED TO START")
                .contains("paycrypt.defaults.cancel-url is not an absolute http or https URL.")
                .contains("paycrypt.defaults.webhook-url is blank.")
                .doesNotContain("paycrypt.defaults.success-url");
    }

    private static String json(PaymentSessionRequest request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }
}
