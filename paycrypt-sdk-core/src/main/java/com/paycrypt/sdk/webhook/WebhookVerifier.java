package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.auth.CredentialsResolver;
import com.paycrypt.sdk.internal.webhook.AcceptedCredentials;
import com.paycrypt.sdk.internal.webhook.SignatureHeaders;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the signature of a webhook delivery and returns its event, or throws.
 *
 * <pre>{@code
 * WebhookVerifier verifier = WebhookVerifier.of(Credentials.of(key, secret));
 * WebhookEvent event = verifier.verify(request.headers()::get, request.body());
 * }</pre>
 *
 * <p>It has no memory of what it has verified, so a genuine delivery passes as often as it comes within the window of
 * 300 s. {@link WebhookReceiver} adds the guard against that, the responses and the handler.
 *
 * <p>There is no way to switch it off: tests sign their deliveries with {@link WebhookSigner}.
 *
 * <p>Immutable and safe for use by any number of threads; never blocks. Beside the body it allocates at most 2 KB,
 * however long the body's texts are; member names beyond a usual event's add their own size.
 *
 * @see "PayCrypt API guide: Security headers, webhook verification"
 */
public final class WebhookVerifier {
    final Verification verification;

    private WebhookVerifier(AcceptedCredentials accepted, Clock clock) {
        this.verification = new Verification(accepted, clock);
    }

    /**
     * Returns a verifier for one key and secret.
     *
     * @param credentials the key and the secret that sign the deliveries
     * @return the verifier
     */
    public static WebhookVerifier of(Credentials credentials) {
        return new WebhookVerifier(new AcceptedCredentials(List.of(credentials)), Clock.systemUTC());
    }

    /**
     * Returns a verifier for all keys that a resolver knows. What the resolver throws, {@link #verify verify} throws.
     *
     * @param resolver finds the credentials of the key that a delivery names
     * @return the verifier
     */
    public static WebhookVerifier of(CredentialsResolver resolver) {
        Objects.requireNonNull(resolver, "resolver");
        return new WebhookVerifier(new AcceptedCredentials(resolver, System::nanoTime), Clock.systemUTC());
    }

    /**
     * Starts a verifier that accepts more than one key or secret, or has a clock of its own.
     *
     * @param credentials the key and the secret that sign the deliveries
     * @return a builder
     */
    public static Builder builder(Credentials credentials) {
        return new Builder(credentials);
    }

    /**
     * Verifies a delivery.
     *
     * @param headers returns the values of a header by its name, null or empty if it is absent: a map's
     *     {@code ::get}. The map's names may be in their canonical or in lower case, or match in any case
     * @param body the body's bytes exactly as received; the event keeps this array, so it must not be changed
     *     afterwards
     * @return the event of a genuine delivery
     * @throws WebhookRejectedException if the delivery is not genuine, not current or not an event; no other
     *     exception whatever was sent
     */
    public WebhookEvent verify(Function<String, @Nullable List<String>> headers, byte[] body) {
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(body, "body");
        return verify(admit(headers), body);
    }

    /**
     * Explains why a delivery fails, in plain words, and what to do about it: the usual causes are tried one by one.
     *
     * <p>For developers only: never send it to the sender. It contains neither the secret nor the signature that would have
     * been right, and shows what was sent with control characters escaped.
     *
     * @param headers returns the values of a header by its name, as for {@link #verify verify}
     * @param body the body's bytes exactly as received
     * @return the explanation, several lines of text
     */
    public String explain(Function<String, @Nullable List<String>> headers, byte[] body) {
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(body, "body");
        return new Explanation(verification).of(headers, body);
    }

    /** Explains a rejection that came before the body was read. */
    String explain(WebhookRejectedException rejected, Function<String, @Nullable List<String>> headers) {
        return new Explanation(verification).of(rejected, headers);
    }

    /** Whether finding the credentials of a key may fail. */
    boolean resolvesKeys() {
        return verification.resolvesKeys();
    }

    /** Verifies all that needs no body. */
    SignatureHeaders admit(Function<String, @Nullable List<String>> headers) {
        return verification.admit(headers);
    }

    /** Verifies what needs the body: first whether it is genuine, then whether it is an event. */
    WebhookEvent verify(SignatureHeaders signed, byte[] body) {
        return verification.verify(signed, body);
    }

    /** Builds a verifier. */
    public static final class Builder {
        private final List<Credentials> accepted = new ArrayList<>();
        private Clock clock = Clock.systemUTC();

        private Builder(Credentials credentials) {
            alsoAccept(credentials);
        }

        /**
         * Accepts a further key, or a further secret of the same key while it is rotated. PayCrypt signs with the
         * account's first active key, which need not be the one that created the session.
         *
         * @param credentials the key and secret
         * @return this builder
         */
        public Builder alsoAccept(Credentials credentials) {
            accepted.add(Objects.requireNonNull(credentials, "credentials"));
            return this;
        }

        /**
         * Sets the clock: the system's unless set; for tests.
         *
         * @param clock the clock
         * @return this builder
         */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * Builds the verifier.
         *
         * @return the verifier
         * @throws IllegalArgumentException if two keys have the same secret
         */
        public WebhookVerifier build() {
            return new WebhookVerifier(new AcceptedCredentials(accepted), clock);
        }
    }
}
