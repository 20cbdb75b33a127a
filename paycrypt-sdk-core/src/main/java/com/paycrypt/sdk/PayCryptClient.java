package com.paycrypt.sdk;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.auth.CredentialsProvider;
import com.paycrypt.sdk.call.CallListener;
import com.paycrypt.sdk.call.CallMetadata;
import com.paycrypt.sdk.call.RetryPolicy;
import com.paycrypt.sdk.internal.http.ApiClient;
import com.paycrypt.sdk.internal.http.BaseUrl;
import com.paycrypt.sdk.internal.http.ClientConfig;
import com.paycrypt.sdk.internal.http.ClientConfig.TimeSource;
import com.paycrypt.sdk.internal.http.ClientConfig.Timeouts;
import com.paycrypt.sdk.internal.http.OkHttpClients;
import com.paycrypt.sdk.internal.text.Violations;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * A client of a PayCrypt server. It signs every request; {@link PaymentSessions} makes the calls.
 *
 * <pre>{@code
 * try (PayCryptClient payCrypt = PayCryptClient.fromEnvironment()) {
 *     PaymentSession session = payCrypt.paymentSessions().create(request);
 * }
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads: make one per merchant account and share it. It makes no
 * connection before the first call. {@link #close()} ends what is under way and frees its threads and connections.
 *
 * <p>If a server rejects a request and its clock shows that this machine's is more than four minutes off, the request is
 * signed once more with the server's time. If that is accepted, this client goes on by the server's clock and says so in
 * the log, once; it comes back to this machine's when that agrees with a server that rejects the other.
 */
public final class PayCryptClient implements AutoCloseable {
    private final Builder settings;
    private final OkHttpClients pool;
    private final ApiClient client;
    private final PaymentSessions paymentSessions;

    private PayCryptClient(Builder settings, HttpUrl base) {
        this.settings = settings;
        this.pool = settings.pool == null ? OkHttpClients.own() : settings.pool;
        this.client = new ApiClient(settings.config(base), pool);
        this.paymentSessions = new PaymentSessions(client, base);
    }

    /**
     * Starts a client.
     *
     * @param baseUrl the server's address without {@code /api/v1}, such as {@code https://paycrypt.example}; a path
     *     before {@code /api/v1} is kept
     * @param credentials the API key and its secret
     * @return a builder with the defaults set
     */
    public static Builder builder(String baseUrl, Credentials credentials) {
        return new Builder(baseUrl, credentials, new Violations());
    }

    /**
     * Starts a client whose credentials may change while it is used.
     *
     * @param baseUrl the server's address without {@code /api/v1}, such as {@code https://paycrypt.example}
     * @param credentials is asked for each attempt
     * @return a builder with the defaults set
     */
    public static Builder builder(String baseUrl, CredentialsProvider credentials) {
        return new Builder(baseUrl, credentials, "CredentialsProvider", new Violations());
    }

    /**
     * Creates a client from the environment variables {@code PAYCRYPT_BASE_URL}, {@code PAYCRYPT_KEY} and
     * {@code PAYCRYPT_SECRET}, and {@code PAYCRYPT_ALLOW_PLAIN_HTTP} (true or false; see
     * {@link Builder#allowPlainHttp()}).
     *
     * @return a client with the defaults set
     * @throws IllegalArgumentException if a variable is missing or wrong; the message names all of them and no value
     */
    public static PayCryptClient fromEnvironment() {
        return builderFromEnvironment().build();
    }

    /**
     * Starts a client from the environment variables of {@link #fromEnvironment()}. Settings that have no variable follow:
     *
     * <pre>{@code
     * PayCryptClient payCrypt = PayCryptClient.builderFromEnvironment()
     *         .callTimeout(Duration.ofSeconds(10))
     *         .build();
     * }</pre>
     *
     * @return a builder with the variables and the defaults set; what is missing or wrong is reported by
     *     {@link Builder#build()}
     */
    public static Builder builderFromEnvironment() {
        return builder(new Environment(System.getenv()));
    }

    static Builder builder(Environment environment) {
        Violations violations = new Violations();
        Credentials credentials = environment.credentials(violations);
        boolean plainHttp = environment.allowsPlainHttp(violations);
        Builder builder = new Builder(environment.baseUrl(), credentials, violations);
        return plainHttp ? builder.allowPlainHttp() : builder;
    }

    /**
     * Creates and retrieves payment sessions.
     *
     * @return the calls, bound to this client
     */
    public PaymentSessions paymentSessions() {
        return paymentSessions;
    }

    /**
     * Shows that calls will work before the first customer comes: sends a signed request without fields, which servers reject
     * only after they have checked key, address, timestamp and signature. Nothing is created. It also opens a connection.
     *
     * @return how the call went
     * @throws com.paycrypt.sdk.error.PayCryptApiException if the URL, the key, the secret or the clock is wrong; the message
     *     says which, as far as the server does
     * @throws com.paycrypt.sdk.error.PayCryptConnectionException if there is no response
     */
    public CallMetadata verifyConnection() {
        return paymentSessions.verifyConnection();
    }

    /**
     * Starts another client from this one's settings; unless it is given an OkHttpClient, it shares this one's
     * connections.
     *
     * @return a builder with this client's settings
     */
    public Builder toBuilder() {
        Builder copy = new Builder(settings);
        copy.pool = pool;
        return copy;
    }

    /**
     * Ends all calls of this client, the waiting ones too, and frees its threads and connections. Clients derived from
     * it, and an OkHttpClient that was given to it, go on. Calls of a closed client fail and send nothing. Closing twice
     * does nothing more.
     */
    @Override
    public void close() {
        client.close();
    }

    /**
     * Names the server and the key, never the secret.
     *
     * @return a text for logs
     */
    @Override
    public String toString() {
        return "PayCryptClient[" + settings.baseUrl + ", " + settings.shownCredentials + "]";
    }

    /** Builds a client. Not for use by several threads at once. */
    public static final class Builder {
        private final @Nullable String baseUrl;
        private final @Nullable CredentialsProvider credentials;
        private final String shownCredentials;

        /** What was wrong before the first setting; reported with all else. */
        private final Violations earlier;

        private boolean plainHttp;
        private Timeouts timeouts = Timeouts.standard();
        private RetryPolicy policy = RetryPolicy.standard();
        private TimeSource time = TimeSource.system();
        private final List<CallListener> listeners = new ArrayList<>();
        private @Nullable OkHttpClients pool;

        Builder(@Nullable String baseUrl, @Nullable Credentials credentials, Violations earlier) {
            this(baseUrl, credentials == null ? null : () -> credentials, String.valueOf(credentials), earlier);
        }

        private Builder(
                @Nullable String baseUrl,
                @Nullable CredentialsProvider credentials,
                String shownCredentials,
                Violations earlier) {
            this.baseUrl = baseUrl;
            this.credentials = credentials;
            this.shownCredentials = shownCredentials;
            this.earlier = earlier;
        }

        private Builder(Builder from) {
            this.baseUrl = from.baseUrl;
            this.credentials = from.credentials;
            this.shownCredentials = from.shownCredentials;
            this.earlier = from.earlier;
            this.plainHttp = from.plainHttp;
            this.timeouts = from.timeouts;
            this.policy = from.policy;
            this.time = from.time;
            this.listeners.addAll(from.listeners);
            this.pool = from.pool;
        }

        /**
         * Lets the base URL be plain http to another machine: for networks of your own, such as that of containers on
         * one host. Everybody on the way can read requests and send them again within five minutes.
         *
         * @return this
         */
        public Builder allowPlainHttp() {
            this.plainHttp = true;
            return this;
        }

        /**
         * Sets the OkHttpClient whose proxy, TLS settings, connections and interceptors are used. It stays yours: it is
         * left as it is, and closing the PayCryptClient leaves it alone. Its time limits, redirects, resends, server
         * authenticator, cache and cookies do not apply here. An interceptor that logs headers logs the API key and
         * signatures, unless it is told not to.
         *
         * @param httpClient the client
         * @return this
         */
        public Builder httpClient(OkHttpClient httpClient) {
            this.pool = OkHttpClients.of(Objects.requireNonNull(httpClient, "httpClient"));
            return this;
        }

        /**
         * Sets the clock that requests are signed by; the system's unless set.
         *
         * @param clock the clock
         * @return this
         */
        public Builder clock(Clock clock) {
            this.time = time.with(Objects.requireNonNull(clock, "clock"));
            return this;
        }

        /**
         * Sets which failures are retried; {@link RetryPolicy#standard()} unless set.
         *
         * @param policy the policy
         * @return this
         */
        public Builder retryPolicy(RetryPolicy policy) {
            this.policy = Objects.requireNonNull(policy, "policy");
            return this;
        }

        /**
         * Sets how long making a TCP connection may take, for each address of the server; 5 seconds unless set. The TLS
         * handshake that follows counts towards {@link #attemptTimeout attemptTimeout}.
         *
         * @param limit 1 ms to 1 hour
         * @return this
         */
        public Builder connectTimeout(Duration limit) {
            this.timeouts = timeouts.connect(Objects.requireNonNull(limit, "limit"));
            return this;
        }

        /**
         * Sets how long one attempt may take, up to the last byte of its response; 15 seconds unless set.
         *
         * @param limit 1 ms to 1 hour
         * @return this
         */
        public Builder attemptTimeout(Duration limit) {
            this.timeouts = timeouts.attempt(Objects.requireNonNull(limit, "limit"));
            return this;
        }

        /**
         * Sets how long a call may take with all its attempts and delays, from the moment it is made; 30 seconds unless
         * set.
         *
         * @param limit 1 ms to 1 hour
         * @return this
         */
        public Builder callTimeout(Duration limit) {
            this.timeouts = timeouts.call(Objects.requireNonNull(limit, "limit"));
            return this;
        }

        /**
         * Adds a listener of every call; several are notified in the order they were added.
         *
         * @param listener the listener
         * @return this
         */
        public Builder listener(CallListener listener) {
            this.listeners.add(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        /** Sets time and chance as a whole: tests wait for nothing. */
        Builder time(TimeSource source) {
            this.time = source;
            return this;
        }

        /**
         * Creates the client.
         *
         * @return a client, to be closed when it is no longer used
         * @throws IllegalArgumentException if any setting is wrong; the message names all of them and what to do
         */
        public PayCryptClient build() {
            Violations violations = new Violations();
            violations.addAll(earlier);
            checkCredentials(violations);
            HttpUrl base = BaseUrl.parse(baseUrl, plainHttp, violations);
            timeouts.check(violations);
            violations.throwIfAny("this PayCrypt client cannot be built");
            return new PayCryptClient(new Builder(this), Objects.requireNonNull(base));
        }

        /** Credentials that could not be made were reported where they were. */
        private void checkCredentials(Violations violations) {
            if (credentials == null && earlier.isEmpty()) {
                violations.add(
                        "the credentials are missing: give the API key and its secret, as Credentials.of(key, secret)"
                                + " (PAYCRYPT_KEY, PAYCRYPT_SECRET)");
            }
        }

        private ClientConfig config(HttpUrl base) {
            return new ClientConfig(
                    base, Objects.requireNonNull(credentials), timeouts, policy, List.copyOf(listeners), time);
        }
    }
}
