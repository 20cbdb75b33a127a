package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.auth.Credentials;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Verifies deliveries. */
public final class WebhookVerifier {
    private WebhookVerifier() {}

    public static WebhookVerifier of(Credentials credentials) {
        throw new UnsupportedOperationException();
    }

    public static Builder builder(Credentials credentials) {
        throw new UnsupportedOperationException();
    }

    public WebhookEvent verify(Function<String, @Nullable List<String>> headers, byte[] body) {
        throw new UnsupportedOperationException();
    }

    public String explain(Function<String, @Nullable List<String>> headers, byte[] body) {
        throw new UnsupportedOperationException();
    }

    /** Builds a verifier. */
    public static final class Builder {
        private Builder() {}

        public Builder alsoAccept(Credentials credentials) {
            throw new UnsupportedOperationException();
        }

        public Builder clock(Clock clock) {
            throw new UnsupportedOperationException();
        }

        public WebhookVerifier build() {
            throw new UnsupportedOperationException();
        }
    }
}
