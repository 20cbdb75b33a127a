package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.auth.Credentials;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The whole webhook side, for any server. */
public final class WebhookReceiver {
    private WebhookReceiver() {}

    public static Builder builder(Credentials credentials) {
        throw new UnsupportedOperationException();
    }

    /** Reads, verifies, claims, handles: everything. Needs a handler. */
    public WebhookAnswer receive(String method, Function<String, @Nullable List<String>> headers, InputStream body)
            throws IOException {
        throw new UnsupportedOperationException();
    }

    /** The same for a body already read. */
    public WebhookAnswer receive(String method, Function<String, @Nullable List<String>> headers, byte[] body) {
        throw new UnsupportedOperationException();
    }

    /** What can be refused before a byte of the body is read; for filters and non-blocking servers. */
    public Optional<WebhookAnswer> refuse(String method, Function<String, @Nullable List<String>> headers) {
        throw new UnsupportedOperationException();
    }

    /** Everything up to the merchant's code, which the caller runs between this and the delivery's outcome. */
    public WebhookDelivery open(String method, Function<String, @Nullable List<String>> headers, byte[] body) {
        throw new UnsupportedOperationException();
    }

    /** The largest body that is read, in bytes. */
    public int maxBodySize() {
        throw new UnsupportedOperationException();
    }

    /** Whether a handler was given, which {@code receive} needs. */
    public boolean hasHandler() {
        throw new UnsupportedOperationException();
    }

    /** Builds a receiver. */
    public static final class Builder {
        private Builder() {}

        public Builder alsoAccept(Credentials credentials) {
            throw new UnsupportedOperationException();
        }

        public Builder handler(WebhookHandler handler) {
            throw new UnsupportedOperationException();
        }

        public Builder replayGuard(ReplayGuard guard) {
            throw new UnsupportedOperationException();
        }

        public Builder maxBodySize(int bytes) {
            throw new UnsupportedOperationException();
        }

        public Builder clock(Clock clock) {
            throw new UnsupportedOperationException();
        }

        public WebhookReceiver build() {
            throw new UnsupportedOperationException();
        }
    }
}
