package com.paycrypt.sdk.session;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.paycrypt.sdk.internal.json.Json;
import com.paycrypt.sdk.internal.text.WebUrl;
import com.paycrypt.sdk.money.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of a session that have accessors, read in one pass. What cannot be understood and is not needed is absent. */
final class SessionFields {
    static final Set<String> NAMES =
            Set.of("id", "status", "checkout_url", "expires_at", "order_id", "amount", "currency");

    /** Longer numbers are no amounts, and a decimal exponent could make a short one fill the memory. */
    private static final int LONGEST_NUMBER = 64;

    SessionStatus status = SessionStatus.of("");

    @Nullable
    String orderId;

    @Nullable
    URI checkoutUrl;

    @Nullable
    Instant expiresAt;

    private @Nullable String id;
    private @Nullable BigDecimal amount;
    private @Nullable String currency;

    private SessionFields() {}

    static SessionFields read(byte[] json) {
        SessionFields fields = new SessionFields();
        try (JsonParser parser = Json.read(json)) {
            fields.readObject(parser);
        } catch (IOException e) {
            throw new IllegalArgumentException(json.length == 0 ? "the body is empty" : "the body is no JSON object");
        }
        if (fields.id == null || fields.id.isBlank()) {
            throw new IllegalArgumentException("the id is missing");
        }
        return fields;
    }

    String id() {
        return Objects.requireNonNull(id);
    }

    Optional<Money> money() {
        return amount == null || currency == null || currency.isBlank()
                ? Optional.empty()
                : Optional.of(Money.of(amount, currency));
    }

    private void readObject(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException(
                    json.currentToken() == null ? "the body is empty" : "the body is no JSON object");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            readMember(name, json);
        }
        if (json.nextToken() != null) {
            throw new IllegalArgumentException("the body goes on after its JSON object");
        }
    }

    private void readMember(String name, JsonParser json) throws IOException {
        switch (name) {
            case "id" -> id = Json.scalar(json);
            case "status" -> status = SessionStatus.of(Objects.requireNonNullElse(Json.scalar(json), ""));
            case "checkout_url" -> checkoutUrl = url(Json.scalar(json));
            case "expires_at" -> expiresAt = instant(Json.scalar(json));
            case "order_id" -> orderId = Json.scalar(json);
            case "amount" -> amount = decimal(Json.scalar(json));
            case "currency" -> currency = Json.scalar(json);
            default -> json.skipChildren();
        }
    }

    private static @Nullable URI url(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        Optional<URI> url = WebUrl.parse(text);
        if (url.isEmpty()) {
            throw new IllegalArgumentException(
                    "the checkout_url is not an absolute http or https URL, and no customer may be sent there");
        }
        return url.get();
    }

    private static @Nullable Instant instant(@Nullable String seconds) {
        BigDecimal number = decimal(seconds);
        try {
            return number == null
                    ? null
                    : Instant.ofEpochSecond(
                            number.setScale(0, RoundingMode.DOWN).longValueExact());
        } catch (ArithmeticException | DateTimeException e) {
            return null;
        }
    }

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        if (text == null || text.length() > LONGEST_NUMBER) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            return Math.abs((long) number.scale()) > LONGEST_NUMBER ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
