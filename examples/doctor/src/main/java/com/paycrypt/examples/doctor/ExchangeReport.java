package com.paycrypt.examples.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** One delivery and its response in one line, for people or for programs. */
final class ExchangeReport {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_BODY = 200;

    private ExchangeReport() {}

    static String text(String type, Exchange exchange) {
        return type + " " + exchange.told() + " after " + exchange.took().toMillis() + " ms"
                + (exchange.body().isBlank() ? "" : ": " + shown(exchange.body()));
    }

    /** The start of a text, on one line. */
    private static String shown(String body) {
        String line = body.strip().replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= MOST_BODY ? line : line.substring(0, MOST_BODY) + "...";
    }

    static String json(String type, Exchange exchange) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", type);
        fields.put("end", exchange.end().name());
        fields.put("status", exchange.status());
        fields.put("took_ms", exchange.took().toMillis());
        fields.put("body", exchange.body());
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
