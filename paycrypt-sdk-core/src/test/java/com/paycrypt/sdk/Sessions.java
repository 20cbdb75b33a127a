package com.paycrypt.sdk;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** What many tests create, and how servers answer it. */
public final class Sessions {
    public static final Credentials CREDENTIALS = Credentials.of("pk_1", "sk_1");

    private Sessions() {}

    public static PaymentSessionRequest request() {
        return request("ORD-123");
    }

    public static PaymentSessionRequest request(String orderId) {
        return PaymentSessionRequest.builder()
                .orderId(orderId)
                .amount("49.00", "USD")
                .successUrl("https://merchant.tld/success")
                .cancelUrl("https://merchant.tld/cancel")
                .build();
    }

    static MockResponse created() {
        return answer(201, json("ps_1"));
    }

    static MockResponse answer(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    public static String json(String id) {
        return "{\"id\": \"" + id + "\", \"status\": \"created\", \"checkout_url\": \"https://paycrypt.tld/checkout/"
                + id + "\", \"expires_at\": 1723650000}";
    }

    /** As HTTP spells it, whatever the locale. */
    static String httpDate(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
    }

    static Instant timestamp(RecordedRequest request) {
        return Instant.ofEpochSecond(Long.parseLong(request.getHeaders().get("X-Paycrypt-Timestamp")));
    }
}
