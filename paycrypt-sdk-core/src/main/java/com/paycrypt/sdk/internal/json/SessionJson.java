package com.paycrypt.sdk.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.paycrypt.sdk.internal.text.AmountRules;
import com.paycrypt.sdk.internal.text.Decimals;
import com.paycrypt.sdk.internal.text.UnixSeconds;
import com.paycrypt.sdk.internal.text.WebUrl;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A payment session in JSON: the members that have accessors, read in one pass, and all others on request. */
public final class SessionJson {
    private static final Set<String> NAMES =
            Set.of("id", "status", "checkout_url", "expires_at", "order_id", "amount", "currency");

    private final byte[] json;
    private @Nullable String id;
    private @Nullable String status;
    private @Nullable String checkoutUrl;
    private @Nullable Instant expiresAt;
    private @Nullable String orderId;
    private @Nullable String amount;
    private @Nullable String currency;

    private SessionJson(byte[] json, JsonParser parser) throws IOException {
        this.json = json;
        readObject(parser);
    }

    /**
     * Reads a session.
     *
     * @throws IllegalArgumentException if the bytes are not one JSON object without repeated names, or its
     *     {@code checkout_url} is not a web URL that a customer may be sent to; the message never quotes the JSON
     */
    public static SessionJson read(byte[] json) {
        try (JsonParser parser = Json.read(json).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)) {
            return new SessionJson(json.clone(), parser);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    json.length == 0
                            ? "the body is empty"
                            : "the body is not a JSON object, or a name is repeated in one of its objects");
        }
    }

    /** Returns this, if it has all that a response to a create has; else throws an exception that names what is missing. */
    public SessionJson requireCreated() {
        return require(
                missing("id", id),
                missing("status", status),
                missing("checkout_url", checkoutUrl),
                missing("expires_at", expiresAt));
    }

    /** Returns this, if it has what a session has at least; else throws an exception that names what is missing. */
    public SessionJson requireRetrieved() {
        return require(missing("id", id), missing("status", status));
    }

    /** The session's id. */
    public Optional<String> id() {
        return Optional.ofNullable(id);
    }

    /** The server's word for its status. */
    public Optional<String> status() {
        return Optional.ofNullable(status);
    }

    /** Where to send the customer. */
    public Optional<URI> checkoutUrl() {
        return Optional.ofNullable(checkoutUrl).map(URI::create);
    }

    /** Until when the customer may pay. */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    /** The shop's id of the order. */
    public Optional<String> orderId() {
        return Optional.ofNullable(orderId);
    }

    /** The amount, if it comes with the code of its currency. */
    public Optional<BigDecimal> amount() {
        return currency().flatMap(code -> Decimals.parse(amount));
    }

    /** The currency's code. */
    public Optional<String> currency() {
        return Optional.ofNullable(currency).filter(AmountRules::isCurrency);
    }

    /** All members without an accessor here, in an unmodifiable map. */
    public Map<String, @Nullable Object> additional() {
        Map<String, @Nullable Object> members = FreeForm.members(json);
        members.keySet().removeAll(NAMES);
        return Collections.unmodifiableMap(members);
    }

    /** The whole session as compact JSON. */
    public String compact() {
        return JsonCopy.compact(json);
    }

    private SessionJson require(String... missing) {
        StringBuilder all = new StringBuilder(0);
        for (String member : missing) {
            all.append(all.isEmpty() || member.isEmpty() ? "" : ", ").append(member);
        }
        if (!all.isEmpty()) {
            throw new IllegalArgumentException(all.toString());
        }
        return this;
    }

    private static String missing(String member, @Nullable Object value) {
        return value != null ? "" : "the " + member + " is missing or malformed";
    }

    private static @Nullable String text(JsonParser parser) throws IOException {
        String text = Json.scalar(parser);
        return text == null || text.isBlank() ? null : text;
    }

    private void readObject(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException(
                    parser.currentToken() == null ? "the body is empty" : "the body is not a JSON object");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            readMember(name, parser);
        }
        if (parser.nextToken() != null) {
            throw new IllegalArgumentException("something follows the JSON object of the body");
        }
    }

    private void readMember(String name, JsonParser parser) throws IOException {
        switch (name) {
            case "id" -> id = text(parser);
            case "status" -> status = text(parser);
            case "checkout_url" -> checkoutUrl = url(Json.scalar(parser));
            case "expires_at" ->
                expiresAt = UnixSeconds.parse(Json.scalar(parser)).orElse(null);
            case "order_id" -> orderId = text(parser);
            case "amount" -> amount = Json.scalar(parser);
            case "currency" -> currency = Json.scalar(parser);
            default -> parser.skipChildren();
        }
    }

    /** Every text without a violation can be made a URI. */
    private static @Nullable String url(@Nullable String text) {
        String violation = text == null || text.isEmpty() ? null : WebUrl.violationOfLink(text);
        if (violation != null) {
            String found = violation.split(": ", 2)[0]; // what follows is advice to the author of the URL
            throw new IllegalArgumentException("the checkout_url " + found + "; no customer may be sent there");
        }
        return text == null || text.isEmpty() ? null : text;
    }
}
