package com.paycrypt.sdk.session;

import com.paycrypt.sdk.call.CallMetadata;
import com.paycrypt.sdk.internal.json.SessionJson;
import com.paycrypt.sdk.money.Money;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A payment session as the server created it.
 *
 * <p>Store the session with its order and use it again while it is open, instead of creating another:
 *
 * <pre>{@code
 * orders.store(orderId, session.toJson());
 * PaymentSession again = PaymentSession.fromJson(orders.sessionOf(orderId));
 * }</pre>
 *
 * <p>Every session of this type has an id, a status, a checkout URL and a time of expiry: a response without one of them
 * is an error. What {@code retrieve} returns is a {@link RetrievedSession}.
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @see "PayCrypt API guide, Create a payment session"
 */
public final class PaymentSession {
    private final SessionJson json;
    private final String id;
    private final SessionStatus status;
    private final Instant expiresAt;
    private final @Nullable CallMetadata call;

    private PaymentSession(SessionJson json, @Nullable CallMetadata call) {
        this.json = json;
        this.call = call;
        this.id = json.id().orElseThrow();
        this.status = SessionStatus.of(json.status().orElseThrow());
        this.expiresAt = json.expiresAt().orElseThrow();
    }

    /**
     * Reads a session that was stored.
     *
     * @param json what {@link #toJson()} returned
     * @return the session
     * @throws IllegalArgumentException as {@link #fromJson(byte[]) fromJson} does
     */
    public static PaymentSession fromJson(String json) {
        return fromJson(json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a session from the body of a server's response.
     *
     * @param json the JSON, in UTF-8
     * @return the session
     * @throws IllegalArgumentException if it is not one JSON object without repeated names, lacks {@code id},
     *     {@code status}, {@code checkout_url} or {@code expires_at}, or its {@code checkout_url} is not an absolute http
     *     or https URL without user info and invisible characters; the message never quotes the JSON
     */
    public static PaymentSession fromJson(byte[] json) {
        return new PaymentSession(SessionJson.read(json).requireCreated(), null);
    }

    /**
     * Reads a session from the response of a call, as the client does, and as tests may.
     *
     * @param json the JSON, in UTF-8
     * @param call how the call went
     * @return the session
     * @throws IllegalArgumentException as {@link #fromJson(byte[]) fromJson} does
     */
    public static PaymentSession fromJson(byte[] json, CallMetadata call) {
        return new PaymentSession(SessionJson.read(json).requireCreated(), call);
    }

    /**
     * Returns how the call that returned this session went: its status, request id and attempts. A status of 200 instead of
     * 201 means that the server returned the open session of an earlier create of the same order.
     *
     * @return the metadata; empty for a session that was stored and read again
     */
    public Optional<CallMetadata> call() {
        return Optional.ofNullable(call);
    }

    /**
     * Returns the session's id.
     *
     * @return such as {@code ps_abcd1234ef56}
     */
    public String id() {
        return id;
    }

    /**
     * Returns the status of the session.
     *
     * @return the status, {@link SessionStatus#CREATED} for most
     */
    public SessionStatus status() {
        return status;
    }

    /**
     * Returns where to send the customer: the hosted checkout.
     *
     * @return an absolute http or https URL
     */
    public URI checkoutUrl() {
        return json.checkoutUrl().orElseThrow();
    }

    /**
     * Returns until when the customer may pay. For display: the server alone decides, and was seen to be wrong by hours
     * in the response to a repeated create.
     *
     * @return the time, to the second
     */
    public Instant expiresAt() {
        return expiresAt;
    }

    /**
     * Returns the shop's own id of the order.
     *
     * @return the id, or empty if the server did not send it
     */
    public Optional<String> orderId() {
        return json.orderId();
    }

    /**
     * Returns what the customer is to pay, exactly as the server spelled it.
     *
     * @return the amount, or empty if the server did not send one with the code of its currency
     */
    public Optional<Money> amount() {
        return json.amount().flatMap(amount -> json.currency().map(currency -> Money.of(amount, currency)));
    }

    /**
     * Returns everything the server sent that has no accessor here, such as the metadata.
     *
     * @return an unmodifiable map of strings, numbers ({@link java.math.BigDecimal} if they have a point or an exponent,
     *     their text if that is beyond every decimal), booleans, lists, maps and nulls
     */
    public Map<String, @Nullable Object> additional() {
        return json.additional();
    }

    /**
     * Returns the session as JSON, with everything the server sent.
     *
     * @return compact JSON that {@link #fromJson(String) fromJson} reads
     */
    public String toJson() {
        return json.compact();
    }

    /**
     * Returns whether the server sent the same members in the same order, regardless of whitespace: a stored session
     * equals the one that was created.
     *
     * @param other the value to compare with
     * @return true for a session of the same content
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof PaymentSession that && toJson().equals(that.toJson());
    }

    @Override
    public int hashCode() {
        return toJson().hashCode();
    }

    /**
     * Returns the session's id and status, without the checkout URL.
     *
     * @return a text for logs
     */
    @Override
    public String toString() {
        return "PaymentSession[id=" + id + ", status=" + status + "]";
    }
}
