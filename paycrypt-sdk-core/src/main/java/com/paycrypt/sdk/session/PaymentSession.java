package com.paycrypt.sdk.session;

import com.paycrypt.sdk.internal.json.FreeForm;
import com.paycrypt.sdk.internal.json.JsonCopy;
import com.paycrypt.sdk.money.Money;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A payment session as the server tells it.
 *
 * <p>Store the session with its order and use it again while it is open, rather than creating another:
 *
 * <pre>{@code
 * orders.store(orderId, session.toJson());
 * PaymentSession again = PaymentSession.fromJson(orders.sessionOf(orderId));
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class PaymentSession {
    private final SessionFields fields;
    private final byte[] json;

    private PaymentSession(SessionFields fields, byte[] json) {
        this.fields = fields;
        this.json = json;
    }

    /**
     * Reads a session that was stored.
     *
     * @param json what {@link #toJson()} gave
     * @return the session
     * @throws IllegalArgumentException as {@link #fromJson(byte[])} does
     */
    public static PaymentSession fromJson(String json) {
        return fromJson(json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a session from what a server answered.
     *
     * @param json the JSON, in UTF-8
     * @return the session
     * @throws IllegalArgumentException if it is no JSON object, has no {@code id}, or has a {@code checkout_url} that is
     *     no absolute http or https URL; the message never quotes the JSON
     */
    public static PaymentSession fromJson(byte[] json) {
        return new PaymentSession(SessionFields.read(json), json.clone());
    }

    /**
     * The session's id.
     *
     * @return such as {@code ps_abcd1234ef56}
     */
    public String id() {
        return fields.id();
    }

    /**
     * Where the session stands.
     *
     * @return the status; its value is empty where the server gave none
     */
    public SessionStatus status() {
        return fields.status;
    }

    /**
     * Where to send the customer: the hosted checkout.
     *
     * @return an absolute http or https URL
     * @throws IllegalStateException if the server did not tell it, which happens only to sessions that were retrieved:
     *     keep the session that was created
     */
    public URI checkoutUrl() {
        if (fields.checkoutUrl == null) {
            throw new IllegalStateException("the server did not tell the checkout_url of session " + id()
                    + ": it is told when a session is created, so store that session (toJson) and use it again");
        }
        return fields.checkoutUrl;
    }

    /**
     * Whether the server told where to send the customer.
     *
     * @return true for every session that was created; false for one retrieved from a server that does not repeat it
     */
    public boolean hasCheckoutUrl() {
        return fields.checkoutUrl != null;
    }

    /**
     * Until when the customer may pay. For display: the server alone decides, and was seen to be wrong by hours in the
     * answer to a repeated create.
     *
     * @return the moment, to the second
     * @throws IllegalStateException if the server did not tell it; see {@link #expiresAt(Instant)}
     */
    public Instant expiresAt() {
        if (fields.expiresAt == null) {
            throw new IllegalStateException(
                    "the server did not tell the expires_at of session " + id() + ": use expiresAt(fallback)");
        }
        return fields.expiresAt;
    }

    /**
     * Until when the customer may pay, with an answer for servers that do not tell.
     *
     * @param fallback what to return if the server did not tell
     * @return the moment, to the second, or the fallback
     */
    public Instant expiresAt(Instant fallback) {
        return fields.expiresAt == null ? fallback : fields.expiresAt;
    }

    /**
     * The shop's own id of the order.
     *
     * @return the id, if the server told it
     */
    public Optional<String> orderId() {
        return Optional.ofNullable(fields.orderId);
    }

    /**
     * What the customer is to pay, exactly as the server spelled it.
     *
     * @return the amount, if the server told one with its currency
     */
    public Optional<Money> amount() {
        return fields.money();
    }

    /**
     * Everything the server told that has no accessor here, such as the metadata.
     *
     * @return an unmodifiable map of strings, numbers ({@link java.math.BigDecimal} where they have a point or an
     *     exponent, their text where that is beyond every decimal), booleans, lists, maps and nulls
     */
    public Map<String, @Nullable Object> additional() {
        Map<String, @Nullable Object> members = FreeForm.members(json);
        members.keySet().removeAll(SessionFields.NAMES);
        return Collections.unmodifiableMap(members);
    }

    /**
     * The session as JSON, with everything the server told.
     *
     * @return compact JSON that {@link #fromJson(String)} reads
     */
    public String toJson() {
        return JsonCopy.compact(json);
    }

    /**
     * Whether the server told the same, in the same order, however it was spaced: a stored session equals the one that
     * was created.
     *
     * @param other what to compare with
     * @return true for a session of the same content
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof PaymentSession that
                && (Arrays.equals(json, that.json) || toJson().equals(that.toJson()));
    }

    @Override
    public int hashCode() {
        return toJson().hashCode();
    }

    /**
     * Names the session and its status, and not where it is paid.
     *
     * @return a text for logs
     */
    @Override
    public String toString() {
        return "PaymentSession[id=" + id() + ", status=" + status() + "]";
    }
}
