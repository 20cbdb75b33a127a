package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.auth.Credentials;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Why a delivery fails, in plain words. */
final class Explanation {
    private final Verification verification;

    Explanation(List<Credentials> accepted, Clock clock, Verification verification) {
        this.verification = verification;
    }

    String of(Function<String, @Nullable List<String>> headers, byte[] body) {
        try {
            return "The delivery is genuine, current and well-formed: " + verification.verify(headers, body);
        } catch (WebhookRejectedException refused) {
            return refused.reason() + ": " + refused.getMessage();
        }
    }
}
