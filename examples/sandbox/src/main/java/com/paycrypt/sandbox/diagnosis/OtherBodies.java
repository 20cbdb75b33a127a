package com.paycrypt.sandbox.diagnosis;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paycrypt.sandbox.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Bodies that senders sign instead of the one they send, each by its remedy. */
final class OtherBodies {
    private OtherBodies() {}

    static Map<String, byte[]> of(SignedMessage message) {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        byte[] body = message.body();
        bodies.put("An empty body was signed. Sign after the body is written, over its bytes.", new byte[0]);
        bodies.put("The body was sent without the line break that was signed. Send what was signed.", join(body, "\n"));
        bodies.put("A line break was added at the end after signing. Send what was signed.", stripEnd(body));
        bodies.put(
                "The text was signed in ISO-8859-1 and sent in UTF-8. Sign the bytes that are sent.",
                message.text().getBytes(StandardCharsets.ISO_8859_1));
        bodies.put(
                "The text was signed in UTF-16. Sign the bytes that are sent.",
                message.text().getBytes(StandardCharsets.UTF_16LE));
        bodies.put(
                "A byte order mark was signed that is not sent.",
                ("\uFEFF" + message.text()).getBytes(StandardCharsets.UTF_8));
        Json.readObject(body).ifPresent(json -> addRewritten(bodies, json));
        return bodies;
    }

    private static void addRewritten(Map<String, byte[]> bodies, ObjectNode json) {
        bodies.put(writtenTwice("signed without blanks"), Json.compact(json));
        bodies.put(writtenTwice("signed with blanks"), Json.spaced(json));
        bodies.put(writtenTwice("signed with its keys sorted"), Json.sorted(json));
        bodies.put(writtenTwice("signed with line breaks"), Json.indented(json));
    }

    private static String writtenTwice(String how) {
        return "The JSON was written twice, once to sign it and once to send it (" + how
                + "). Write it once, and sign and send the same bytes.";
    }

    private static byte[] join(byte[] body, String end) {
        return (new String(body, StandardCharsets.ISO_8859_1) + end).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] stripEnd(byte[] body) {
        return Optional.of(new String(body, StandardCharsets.ISO_8859_1))
                .map(String::stripTrailing)
                .orElseThrow()
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
