package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.auth.Credentials;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells a genuine delivery from any other: returns its event or throws.
 *
 * <pre>{@code
 * WebhookVerifier verifier = WebhookVerifier.of(Credentials.of(key, secret));
 * WebhookEvent event = verifier.verify(request.headers()::get, request.body());
 * }</pre>
 *
 * <p>It keeps no memory of what it has seen, so it lets a genuine delivery through as often as it comes within the
 * window of 300 s. {@link WebhookReceiver} adds the guard against that, the answers and the merchant's handler.
 *
 * <p>There is no way to switch it off: tests sign their deliveries with {@link WebhookSigner}.
 *
 * <p>Immutable and safe for use by any number of threads; never blocks. Beside the body it takes about 1 KB, however long
 * the body's texts are; an object with more than 24 members, or with escapes in their names, takes more by each name.
 *
 * <p>Source: PayCrypt API guide, Security headers and Django webhook verification.
 */
public final class WebhookVerifier {
    private final List<Credentials> accepted;
    private final Clock clock;
    private final Verification verification;

    private WebhookVerifier(Builder builder) {
        this.accepted = List.copyOf(builder.accepted);
        this.clock = builder.clock;
        this.verification = new Verification(accepted, clock);
    }

    /**
     * A verifier for one key and secret.
     *
     * @param credentials the key and the secret that sign the deliveries
     * @return the verifier
     */
    public static WebhookVerifier of(Credentials credentials) {
        return builder(credentials).build();
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
     * @param headers gives the values of a header by its name, null or empty where it is absent: a map's
     *     {@code ::get}. The map's names may be in their canonical or in lower case, or match in any case
     * @param body the body's bytes exactly as received; the event keeps this array, so it must not be changed
     *     afterwards
     * @return the event of a genuine delivery
     * @throws WebhookRejectedException if the delivery is not genuine, not current or no event; no other exception
     *     whatever was sent
     */
    public WebhookEvent verify(Function<String, @Nullable List<String>> headers, byte[] body) {
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(body, "body");
        return verification.verify(headers, body);
    }

    /**
     * Why a delivery fails, in plain words, with what to do about it: the usual causes tried one by one.
     *
     * <p>For a developer's eyes only: never send it to the sender. It holds neither the secret nor the signature that
     * would have been right, and shows what was sent with control characters escaped.
     *
     * @param headers gives the values of a header by its name, as for {@link #verify}
     * @param body the body's bytes exactly as received
     * @return the explanation, several lines of text
     */
    public String explain(Function<String, @Nullable List<String>> headers, byte[] body) {
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(body, "body");
        return new Explanation(accepted, clock, verification).of(headers, body);
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
         * Takes the time from another clock than the system's; for tests.
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
         */
        public WebhookVerifier build() {
            return new WebhookVerifier(this);
        }
    }
}
