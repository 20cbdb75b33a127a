package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.internal.webhook.SignatureHeaders;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Signs deliveries as PayCrypt does, so that the tests of a shop send genuine ones.
 *
 * <pre>{@code
 * SignedWebhook delivery = WebhookSigner.of(credentials).sign(body);
 * WebhookEvent event = WebhookVerifier.of(credentials).verify(delivery.headers()::get, delivery.body());
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class WebhookSigner {
    private final Credentials credentials;
    private final Clock clock;

    private WebhookSigner(Credentials credentials, Clock clock) {
        this.credentials = Objects.requireNonNull(credentials, "credentials");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Returns a signer that uses the system's clock.
     *
     * @param credentials the key and secret to sign with
     * @return the signer
     */
    public static WebhookSigner of(Credentials credentials) {
        return new WebhookSigner(credentials, Clock.systemUTC());
    }

    /**
     * Returns a signer that uses a clock of its own, for deliveries from the past or the future.
     *
     * @param credentials the key and secret to sign with
     * @param clock returns the time of signing
     * @return the signer
     */
    public static WebhookSigner of(Credentials credentials, Clock clock) {
        return new WebhookSigner(credentials, clock);
    }

    /**
     * Signs a body at the clock's time.
     *
     * @param body the bytes to send
     * @return the delivery
     */
    public SignedWebhook sign(byte[] body) {
        byte[] copy = body.clone();
        long timestamp = Math.floorDiv(clock.millis(), 1000L);
        return new SignedWebhook(
                Map.of(
                        SignatureHeaders.KEY,
                        List.of(credentials.key()),
                        SignatureHeaders.TIMESTAMP,
                        List.of(Long.toString(timestamp)),
                        SignatureHeaders.SIGNATURE,
                        List.of(credentials.sign(timestamp, copy)),
                        "Content-Type",
                        List.of("application/json")),
                copy);
    }
}
