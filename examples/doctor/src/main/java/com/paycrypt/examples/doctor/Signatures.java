package com.paycrypt.examples.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.webhook.WebhookSigner;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as PayCrypt does, at any time; and as PayCrypt never would. */
final class Signatures {
    private final String key;
    private final String secret;
    private final Clock clock;

    Signatures(String key, String secret, Clock clock) {
        this.key = key;
        this.secret = secret;
        this.clock = clock;
    }

    String key() {
        return key;
    }

    String secret() {
        return secret;
    }

    /** Now, in unix seconds. */
    long now() {
        return clock.instant().getEpochSecond();
    }

    /** Signed now. */
    Delivery sign(byte[] body) {
        return sign(body, Duration.ZERO);
    }

    /** Signed so much later than now; earlier if negative. */
    Delivery sign(byte[] body, Duration later) {
        return signWith(Credentials.of(key, secret), body, later);
    }

    /** Signed with other credentials. */
    Delivery signWith(Credentials other, byte[] body, Duration later) {
        return Delivery.of(WebhookSigner.of(other, Clock.offset(clock, later)).sign(body));
    }

    /** Signed over any text in the place of the timestamp, which no sender of the SDK would do. */
    Delivery signText(String timestamp, byte[] body) {
        return sign(body).with(Delivery.TIMESTAMP, timestamp).with(Delivery.SIGNATURE, signature(timestamp, body));
    }

    /** The right signature of any text in the place of the timestamp. */
    String signature(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
