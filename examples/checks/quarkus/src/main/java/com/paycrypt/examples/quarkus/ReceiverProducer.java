package com.paycrypt.examples.quarkus;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import com.paycrypt.sdk.webhook.WebhookVerifier;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/** The receiver that the process was started for: {@code -Daccept=key:secret,key:secret} and {@code -Dnow=seconds}. */
class ReceiverProducer {
    private static final int MAX_BODY_SIZE = 64 << 10;

    @Produces
    @Singleton
    WebhookReceiver receiver() {
        List<Credentials> accepted = Arrays.stream(System.getProperty("accept").split(","))
                .map(pair -> pair.split(":", 2))
                .map(pair -> Credentials.of(pair[0], pair[1]))
                .toList();
        WebhookVerifier.Builder verifier =
                WebhookVerifier.builder(accepted.get(0)).clock(clock());
        accepted.stream().skip(1).forEach(verifier::alsoAccept);
        return WebhookReceiver.builder(verifier.build())
                .handler(event -> System.out.println("handled " + event.type()))
                .maxBodySize(MAX_BODY_SIZE)
                .build();
    }

    private static Clock clock() {
        Long now = Long.getLong("now");
        return now == null ? Clock.systemUTC() : Clock.fixed(Instant.ofEpochSecond(now), ZoneOffset.UTC);
    }
}
