package com.paycrypt.sdk;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.call.CallListener;
import com.paycrypt.sdk.call.RetryPolicy;
import java.time.Clock;
import java.time.Duration;
import okhttp3.OkHttpClient;

/** The client. */
public final class PayCryptClient implements AutoCloseable {
    private PayCryptClient() {}

    public static Builder builder(String baseUrl, Credentials credentials) {
        throw new UnsupportedOperationException();
    }

    public static PayCryptClient fromEnvironment() {
        throw new UnsupportedOperationException();
    }

    public PaymentSessions paymentSessions() {
        throw new UnsupportedOperationException();
    }

    public Builder toBuilder() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}

    /** Builds a client. */
    public static final class Builder {
        private Builder() {}

        public Builder allowPlainHttp() {
            throw new UnsupportedOperationException();
        }

        public Builder httpClient(OkHttpClient httpClient) {
            throw new UnsupportedOperationException();
        }

        public Builder clock(Clock clock) {
            throw new UnsupportedOperationException();
        }

        public Builder retryPolicy(RetryPolicy policy) {
            throw new UnsupportedOperationException();
        }

        public Builder connectTimeout(Duration limit) {
            throw new UnsupportedOperationException();
        }

        public Builder attemptTimeout(Duration limit) {
            throw new UnsupportedOperationException();
        }

        public Builder callTimeout(Duration limit) {
            throw new UnsupportedOperationException();
        }

        public Builder listener(CallListener listener) {
            throw new UnsupportedOperationException();
        }

        public PayCryptClient build() {
            throw new UnsupportedOperationException();
        }
    }
}
