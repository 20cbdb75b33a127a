package com.paycrypt.examples.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookSigner;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sandbox and shops reject alike, with the guide's status. */
@ExtendWith(Shops.Extension.class)
class RejectionTest {
    private static final byte[] SESSION = PaymentSessionRequest.builder()
            .orderId("ORD-1")
            .amount("49.00", "USD")
            .successUrl("https://merchant.tld/success")
            .cancelUrl("https://merchant.tld/cancel")
            .webhookUrl("https://merchant.tld/webhook")
            .build()
            .body();
    private static final byte[] EVENT = "{\"type\":\"payment.succeeded\",\"data\":{}}".getBytes(UTF_8);

    private final Shops shops;
    private final Sandbox sandbox;
    private final Http http = new Http();

    RejectionTest(Shops shops) {
        this.shops = shops;
        this.sandbox = shops.sandbox();
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource({
        "a wrong key,                  other, right,    0, '', 401",
        "a wrong secret,               right, other,    0, '', 401",
        "a stale timestamp,            right, right, -301, '', 400",
        "a timestamp in the future,    right, right,  600, '', 400",
        "a body changed after signing, right, right,    0, ' ', 401",
    })
    void everybodyRejects(String what, String key, String secret, int skew, String added, int status) throws Exception {
        Credentials credentials = Credentials.of(
                key.equals("right") ? sandbox.key() : "pk_other",
                secret.equals("right") ? sandbox.secret() : "sk_other");
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(skew));
        WebhookSigner signer = WebhookSigner.of(credentials, clock);

        int sessions = sandbox.sessions().size();
        assertThat(post(sandbox.baseUrl() + "/api/v1/payment_sessions", signer.sign(SESSION), added))
                .as("sandbox, %s", what)
                .isEqualTo(status);
        for (RunningShop.Kind kind : RunningShop.Kind.values()) {
            RunningShop shop = shops.of(kind);
            String events = http.get(shop.address() + "/events");
            assertThat(post(shop.address() + "/api/paycrypt/webhook", signer.sign(EVENT), added))
                    .as("%s, %s", shop, what)
                    .isEqualTo(status);
            assertThat(http.get(shop.address() + "/events")).isEqualTo(events);
        }
        assertThat(sandbox.sessions()).hasSize(sessions);
    }

    private int post(String address, SignedWebhook signed, String added) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .POST(BodyPublishers.ofString(new String(signed.body(), UTF_8) + added));
        signed.headers().forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        return http.send(request).statusCode();
    }
}
