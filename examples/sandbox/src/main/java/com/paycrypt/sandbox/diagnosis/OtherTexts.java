package com.paycrypt.sandbox.diagnosis;

import com.paycrypt.sandbox.wire.Signature;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Ways to compute a signature that are not the guide's, each by its remedy. */
final class OtherTexts {
    private OtherTexts() {}

    static Map<String, String> of(SignedMessage message, String secret) {
        Map<String, String> digests = new LinkedHashMap<>();
        String timestamp = message.timestamp();
        String text = message.text();
        digests.put("The body alone was signed. Sign <timestamp>.<body>.", hmac(secret, text));
        digests.put("The dot is missing. Sign <timestamp>.<body>.", hmac(secret, timestamp + text));
        digests.put("Body and timestamp are swapped. Sign <timestamp>.<body>.", hmac(secret, text + '.' + timestamp));
        digests.put("Another separator was signed. Sign <timestamp>.<body>.", hmac(secret, timestamp + ':' + text));
        digests.put("Another separator was signed: a line break.", hmac(secret, timestamp + '\n' + text));
        digests.put("Secret and message are swapped in the HMAC.", hmac(timestamp + '.' + text, secret));
        digests.put("A plain SHA-256 was sent. Use HMAC with SHA-256.", sha256(secret + timestamp + '.' + text));
        digests.put("A plain SHA-256 was sent. Use HMAC under the secret.", sha256(timestamp + '.' + text));
        digests.put(
                "The secret was decoded from hexadecimal digits. Use its UTF-8 bytes as it stands.",
                decoded(message, secret));
        addClocks(digests, message, secret);
        return digests;
    }

    private static void addClocks(Map<String, String> digests, SignedMessage message, String secret) {
        if (message.timestamp().matches("[1-9][0-9]{0,11}")) {
            long sent = Long.parseLong(message.timestamp());
            for (long off = -5; off <= 5; off++) {
                String signed = Long.toString(sent + off);
                digests.put(
                        "The clock was read twice: " + off
                                + " s lie between the signed timestamp and the header. Read it once.",
                        Signature.of(secret, signed, message.body()));
            }
            digests.put(
                    "Milliseconds were signed and seconds sent. Sign the text of the header.",
                    Signature.of(secret, sent + "000", message.body()));
        }
    }

    private static String decoded(SignedMessage message, String secret) {
        return secret.matches("([0-9a-fA-F]{2})+")
                ? hmac(HexFormat.of().parseHex(secret), message.timestamp() + '.' + message.text())
                : "";
    }

    private static String hmac(String secret, String text) {
        return secret.isEmpty() ? "" : hmac(secret.getBytes(StandardCharsets.UTF_8), text);
    }

    private static String hmac(byte[] secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
