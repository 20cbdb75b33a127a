package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.auth.Credentials;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All that is verified of a delivery before its body is read as an event; in this package to be let in. */
public final class SignatureStage {
    private final Verification verification;

    public SignatureStage(Credentials credentials) {
        this.verification = WebhookVerifier.of(credentials).verification;
    }

    /** Which of the credentials signed the delivery. */
    public int pass(Function<String, @Nullable List<String>> headers, byte[] body) {
        return verification.requireGenuine(verification.admit(headers), body);
    }
}
