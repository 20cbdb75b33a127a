package com.paycrypt.sdk.session;

import com.paycrypt.sdk.call.CallMetadata;
import com.paycrypt.sdk.internal.json.SessionJson;
import com.paycrypt.sdk.money.Money;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A payment session as the server returns it later. Servers do not repeat all that they sent when it was created: keep
 * the {@link PaymentSession} of the order.
 *
 * <p>Its status does not prove a payment, and some servers say {@code created} of an expired session: payments are
 * reported by webhook.
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class RetrievedSession {
    private final SessionJson json;
    private final String id;
    private final SessionStatus status;
    private final @Nullable CallMetadata call;

    private RetrievedSession(SessionJson json, @Nullable CallMetadata call) {
        this.json = json;
        this.call = call;
        this.id = json.id().orElseThrow();
        this.status = SessionStatus.of(json.status().orElseThrow());
    }

    /**
     * Reads a session from the body of a server's response.
     *
     * @param json the JSON, in UTF-8
     * @return the session
     * @throws IllegalArgumentException if it is not one JSON object without repeated names, lacks {@code id} or
     *     {@code status}, or has a {@code checkout_url} that is not an absolute http or https URL without user info and
     *     invisible characters; the message never quotes the JSON
     */
    public static RetrievedSession fromJson(byte[] json) {
        return new RetrievedSession(SessionJson.read(json).requireRetrieved(), null);
    }

    /**
     * Reads a session from the response of a call, as the client does, and as tests may.
     *
     * @param json the JSON, in UTF-8
     * @param call how the call went
     * @return the session
     * @throws IllegalArgumentException as {@link #fromJson(byte[]) fromJson} does
     */
    public static RetrievedSession fromJson(byte[] json, CallMetadata call) {
        return new RetrievedSession(SessionJson.read(json).requireRetrieved(), call);
    }

    /**
     * Returns how the call that returned this session went: its status, request id and attempts.
     *
     * @return the metadata; empty for a session that was read from a body alone
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
     * @return the status
     */
    public SessionStatus status() {
        return status;
    }

    /**
     * Returns where to send the customer: the hosted checkout.
     *
     * @return an absolute http or https URL, or empty if the server did not repeat it
     */
    public Optional<URI> checkoutUrl() {
        return json.checkoutUrl();
    }

    /**
     * Returns until when the customer may pay. For display: the server alone decides.
     *
     * @return the time, to the second, or empty if the server did not send it
     */
    public Optional<Instant> expiresAt() {
        return json.expiresAt();
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
     * @return an unmodifiable map as {@link PaymentSession#additional()} returns it
     */
    public Map<String, @Nullable Object> additional() {
        return json.additional();
    }

    /**
     * Returns the session as JSON, with everything the server sent.
     *
     * @return compact JSON
     */
    public String toJson() {
        return json.compact();
    }

    /**
     * Returns whether the server sent the same members in the same order, regardless of whitespace.
     *
     * @param other the value to compare with
     * @return true for a session of the same content
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof RetrievedSession that && toJson().equals(that.toJson());
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
        return "RetrievedSession[id=" + id + ", status=" + status + "]";
    }
}
