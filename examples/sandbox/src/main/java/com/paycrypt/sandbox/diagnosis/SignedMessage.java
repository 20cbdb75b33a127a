package com.paycrypt.sandbox.diagnosis;

import java.nio.charset.StandardCharsets;

/**
 * What a sender says it signed.
 *
 * @param key the text of {@code X-Paycrypt-Key}, empty if it is missing
 * @param timestamp the text of {@code X-Paycrypt-Timestamp}, empty if it is missing
 * @param signature the text of {@code X-Paycrypt-Signature}, empty if it is missing
 * @param body the raw bytes as they came
 */
@SuppressWarnings("ArrayRecordComponent") // only ever read
public record SignedMessage(String key, String timestamp, String signature, byte[] body) {

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    SignedMessage withBody(byte[] other) {
        return new SignedMessage(key, timestamp, signature, other);
    }

    SignedMessage withBody(String other) {
        return withBody(other.getBytes(StandardCharsets.UTF_8));
    }

    SignedMessage withTimestamp(String other) {
        return new SignedMessage(key, other, signature, body);
    }
}
