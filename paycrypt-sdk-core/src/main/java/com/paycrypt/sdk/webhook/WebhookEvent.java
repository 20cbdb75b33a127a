package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.internal.json.DataBinding;
import com.paycrypt.sdk.internal.json.Envelope;
import com.paycrypt.sdk.internal.json.PaymentFields;
import com.paycrypt.sdk.internal.text.UnixSeconds;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A verified event. Only a {@link WebhookVerifier} or {@link WebhookReceiver} makes one, so whoever holds one holds
 * something that PayCrypt signed. One that a {@link WebhookInbox} hands out again was verified before it was stored, and
 * is as good as its table is guarded.
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
    private final Signed signed;
    private final int credentials;
    private final Envelope envelope;
    private final byte[] body;

    /** Read on first use; racing threads read the same thing, and a payment has final fields alone. */
    private @Nullable Payment payment;

    WebhookEvent(Signed signed, int credentials, Envelope envelope, byte[] body) {
        this.signed = signed;
        this.credentials = credentials;
        this.envelope = envelope;
        this.body = body;
    }

    /**
     * What happened, such as {@code payment.succeeded}.
     *
     * @return the type as sent, never empty
     */
    public String type() {
        return envelope.type();
    }

    /**
     * The event's id. It belongs to the payment session, not to the event: the events of one session, such as
     * {@code payment.pending} and {@code payment.confirmed}, carry the same id, so it is no key for finding duplicates.
     *
     * @return the id as text, empty where the sender gave none
     */
    public String id() {
        return envelope.id();
    }

    /**
     * When the event came to be, by the sender's word.
     *
     * @return the time, or empty where the sender gave none in unix seconds
     */
    public Optional<Instant> created() {
        return UnixSeconds.parse(envelope.created());
    }

    /**
     * The payment that the event tells of, whichever shape its data has.
     *
     * @return the payment; its parts are empty where the event does not have them
     */
    public Payment payment() {
        Payment known = payment;
        if (known == null) {
            known = new Payment(type(), PaymentFields.read(body, envelope.dataStart(), envelope.dataEnd()));
            payment = known;
        }
        return known;
    }

    /**
     * The event's data as JSON text.
     *
     * @return the text of {@code data} exactly as sent, empty where the event has none
     */
    public String data() {
        int length = envelope.dataEnd() - envelope.dataStart();
        return new String(body, envelope.dataStart(), length, StandardCharsets.UTF_8);
    }

    /**
     * The event's data bound to a class of the merchant's own by jackson-databind: unknown members are ignored, and
     * decimals are exact.
     *
     * @param <T> the class
     * @param type the class; jackson-databind must be able to reach into it
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
     * The body that was verified.
     *
     * @return a copy of the bytes exactly as received
     */
    public byte[] rawBody() {
        return body.clone();
    }

    /** What the delivery is known by to replay guards; computed, since most callers never ask. */
    String digest() {
        return signed.digest();
    }

    /** Which of the accepted credentials signed the event, counted from 0 in the order in which they were given. */
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
        return "WebhookEvent[type=" + LogText.of(type()) + ", id=" + LogText.of(id()) + "]";
    }

    /** What made the event believable. */
    @FunctionalInterface
    interface Signed {
        String digest();
    }
}
