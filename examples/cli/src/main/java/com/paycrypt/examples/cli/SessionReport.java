package com.paycrypt.examples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.paycrypt.sdk.error.PayCryptApiException;
import com.paycrypt.sdk.error.PayCryptException;
import com.paycrypt.sdk.session.PaymentSession;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A session, or why there is none, as text for people or as JSON for programs. */
final class SessionReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SessionReport() {}

    static String text(PaymentSession session) {
        return session.id() + " (" + session.status() + ")\n" + session.checkoutUrl();
    }

    static String json(PaymentSession session) {
        return session.toJson();
    }

    static String json(PayCryptException failure) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("outcome", failure.outcome().name());
        error.put("message", String.valueOf(failure.getMessage()));
        error.put("request_id", failure.requestId());
        if (failure instanceof PayCryptApiException rejected) {
            error.put("status", rejected.status());
            rejected.code().ifPresent(code -> error.put("code", code));
            error.put("fields", rejected.fields());
        }
        return write(Map.of("error", error));
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
