package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.internal.json.DataBinding;
import com.paycrypt.sdk.internal.json.Envelope;
import com.paycrypt.sdk.internal.json.PaymentFields;
import com.paycrypt.sdk.internal.text.LogSafe;
import com.paycrypt.sdk.internal.text.UnixSeconds;
import com.paycrypt.sdk.internal.webhook.Provenance;
import com.paycrypt.sdk.internal.webhook.SignatureHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A verified event. Only a {@link WebhookVerifier} or {@link WebhookReceiver} creates one, so every instance was signed by
 * PayCrypt. One that a {@link WebhookInbox} returns was verified before it was stored, and is as trustworthy as its table.
 *
 * <pre>{@code
 * if (event.payment().state() == Payment.State.PAID) {
 *     ship(event.payment().orderId().orElseThrow());
 * }
 * }</pre>
 *
 * <p>Unknown types are events like any other. The payment and the data are read when asked for.
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class WebhookEvent {
    private final Provenance provenance;
    private final int credentials;
    private final Envelope envelope;
    private final byte[] body;

    /** Read on first use; racing threads read the same thing, and a payment has final fields alone. */
    private @Nullable Payment payment;

    /** Data binding of web frameworks calls private constructors too; no text or number can make a provenance. */
    private WebhookEvent(Provenance provenance, int credentials, Envelope envelope, byte[] body) {
        this.provenance = Objects.requireNonNull(provenance, "provenance");
        this.credentials = credentials;
        this.envelope = Objects.requireNonNull(envelope, "envelope");
        this.body = Objects.requireNonNull(body, "body");
    }

    /** The event of a delivery whose signature was verified with the credentials of this index. */
    static WebhookEvent verified(SignatureHeaders signed, int credentials, Envelope envelope, byte[] body) {
        return new WebhookEvent(signed, credentials, envelope, body);
    }

    /** The event of a delivery that was verified before it was stored. */
    static WebhookEvent stored(Provenance row, Envelope envelope, byte[] body) {
        return new WebhookEvent(row, 0, envelope, body);
    }

    /**
     * Returns what happened, such as {@code payment.succeeded}.
     *
     * @return the type as sent, never empty
     */
    public String type() {
        return envelope.type();
    }

    /**
     * Returns the event's id. It belongs to the payment session, not to the event: the events of one session, such as
     * {@code payment.pending} and {@code payment.confirmed}, carry the same id, so it is no key for finding duplicates.
     *
     * @return the id as text, empty if the sender gave none
     */
    public String id() {
        return envelope.id();
    }

    /**
     * Returns the time of the event as the sender gave it.
     *
     * @return the time, or empty if the sender gave none in unix seconds
     */
    public Optional<Instant> created() {
        return UnixSeconds.parse(envelope.created());
    }

    /**
     * Returns the payment that the event is about, whichever shape its data has.
     *
     * @return the payment; its parts are empty if the event does not have them
     */
    public Payment payment() {
        Payment known = payment;
        if (known == null) {
            known = Payment.of(provenance, type(), PaymentFields.read(body, envelope.dataStart(), envelope.dataEnd()));
            payment = known;
        }
        return known;
    }

    /**
     * Returns the event's data as JSON text.
     *
     * @return the text of {@code data} exactly as sent, empty if the event has none
     */
    public String data() {
        int length = envelope.dataEnd() - envelope.dataStart();
        return new String(body, envelope.dataStart(), length, StandardCharsets.UTF_8);
    }

    /**
     * Binds the event's data to a class of the application by jackson-databind: unknown members are ignored, and decimals
     * are exact. A module has to open the package of the class to {@code com.fasterxml.jackson.databind}.
     *
     * @param <T> the class
     * @param type the class; jackson-databind must be able to access its members
     * @return the bound value
     * @throws IllegalArgumentException if the event has no data or it does not fit the class
     */
    public <T> T dataAs(Class<T> type) {
        if (envelope.dataStart() == envelope.dataEnd()) {
            throw new IllegalArgumentException("the event has no data to bind to " + type.getName());
        }
        return DataBinding.bind(body, envelope.dataStart(), envelope.dataEnd(), type);
    }

    /**
     * Returns the body that was verified.
     *
     * @return a copy of the bytes exactly as received
     */
    public byte[] rawBody() {
        return body.clone();
    }

    /**
     * Returns the API key whose secret signed the event.
     *
     * @return the key, one of those that the verifier accepts; empty if a {@link WebhookInbox} stored the delivery without
     *     it
     */
    public String key() {
        return provenance.key();
    }

    /** The digest that replay guards know the delivery by. */
    String digest() {
        return provenance.digest();
    }

    /** The index of the credentials that signed the event, in the order in which they were given. */
    int credentials() {
        return credentials;
    }

    /**
     * Names the type and the id, never the data.
     *
     * @return a text for logs, with the sender's text escaped and bounded
     */
    @Override
    public String toString() {
        return "WebhookEvent[type=" + LogSafe.of(type()) + ", id=" + LogSafe.of(id()) + "]";
    }
}
