package com.paycrypt.sdk.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.paycrypt.sdk.auth.Credentials;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The test vectors that verifiers in every language share. */
record Vectors(
        @JsonProperty("about") List<String> about,
        @JsonProperty("signatures") List<Signature> signatures,
        @JsonProperty("deliveries") List<Delivery> deliveries) {

    static Vectors load() {
        try (InputStream in = Vectors.class.getResourceAsStream("/com/paycrypt/sdk/vectors.json")) {
            return new ObjectMapper().readValue(in, Vectors.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A message and its signature. */
    record Signature(
            @JsonProperty("name") String name,
            @JsonProperty("secret") String secret,
            @JsonProperty("timestamp") String timestamp,
            @JsonProperty("body") byte[] body,
            @JsonProperty("signature") String signature) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A delivery and what becomes of it. */
    record Delivery(
            @JsonProperty("name") String name,
            @JsonProperty("accept") List<List<String>> accept,
            @JsonProperty("now") long now,
            @JsonProperty("method") String method,
            @JsonProperty("headers") List<List<String>> headers,
            @JsonProperty("body") byte[] body,
            @JsonProperty("status") int status,
            @JsonProperty("reason") WebhookRejectedException.@Nullable Reason reason) {

        List<Credentials> credentials() {
            return accept.stream()
                    .map(pair -> Credentials.of(pair.get(0), pair.get(1)))
                    .toList();
        }

        Clock clock() {
            return Clock.fixed(Instant.ofEpochSecond(now), ZoneOffset.UTC);
        }

        /** By the names as sent, in their own case. */
        Map<String, List<String>> headerMap() {
            Map<String, List<String>> map = new LinkedHashMap<>();
            headers.forEach(header -> map.computeIfAbsent(header.get(0), name -> new ArrayList<>())
                    .add(header.get(1)));
            return map;
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
