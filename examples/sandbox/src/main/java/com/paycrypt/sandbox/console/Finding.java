package com.paycrypt.sandbox.console;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that is wrong with a message, and the Java that is right.
 *
 * @param sentence what is wrong, and what to do
 * @param java one or two lines of Java
 */
record Finding(String sentence, String java) {
    private static final String RIGHT_TEXT =
            "mac.update((timestamp + \".\").getBytes(UTF_8));\nString signature = HexFormat.of().formatHex(mac.doFinal(body));";
    private static final String FROM_ENVIRONMENT = "Credentials credentials = Credentials.fromEnvironment();";
    private static final Map<String, String> RECEIVER = receiver();
    private static final Map<String, String> SENDER = sender();

    /** What is wrong with a request to the API. */
    static Finding ofSender(String sentence) {
        return new Finding(sentence, find(SENDER, sentence, ""));
    }

    /** What is wrong with a webhook as the receiver saw it. */
    static Finding ofReceiver(String sentence) {
        return new Finding(sentence, find(RECEIVER, sentence, find(SENDER, sentence, "")));
    }

    private static String find(Map<String, String> fixes, String sentence, String otherwise) {
        return fixes.entrySet().stream()
                .filter(fix -> sentence.contains(fix.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }

    private static Map<String, String> receiver() {
        Map<String, String> fixes = new LinkedHashMap<>();
        String raw = "byte[] body = request.getInputStream().readAllBytes(); // before anything parses it";
        fixes.put("written twice", raw);
        fixes.put("line break was added", raw);
        fixes.put("without the line break", raw);
        fixes.put("empty body", raw);
        fixes.put("ISO-8859-1", raw);
        fixes.put("UTF-16", raw);
        fixes.put("byte order mark", raw);
        fixes.put("usual mistakes", raw + "\n" + FROM_ENVIRONMENT);
        return fixes;
    }

    private static Map<String, String> sender() {
        Map<String, String> fixes = new LinkedHashMap<>();
        String once = "byte[] body = mapper.writeValueAsBytes(order); // signed and sent: the same bytes";
        fixes.put("blank or line break", "Credentials credentials = Credentials.of(key, secret.strip());");
        fixes.put(
                "quotation marks", "Credentials credentials = Credentials.of(key, secret); // without quotation marks");
        fixes.put("signed with the key", FROM_ENVIRONMENT);
        fixes.put("another key of this merchant", FROM_ENVIRONMENT);
        fixes.put("not a key of this server", FROM_ENVIRONMENT);
        fixes.put("holds the secret", FROM_ENVIRONMENT);
        fixes.put("milliseconds", "String timestamp = Long.toString(Instant.now().getEpochSecond());");
        fixes.put("X-Paycrypt-Timestamp", "String timestamp = Long.toString(Instant.now().getEpochSecond());");
        fixes.put(
                "clock was read twice", "String timestamp = Long.toString(now); // one text for header and signature");
        fixes.put("Milliseconds were signed", "String timestamp = Long.toString(Instant.now().getEpochSecond());");
        fixes.put("X-Paycrypt-Signature is of the right form", FROM_ENVIRONMENT);
        fixes.put("X-Paycrypt-Signature", "String signature = HexFormat.of().formatHex(mac.doFinal(body));");
        fixes.put("Sign <timestamp>.<body>", RIGHT_TEXT);
        fixes.put("separator", RIGHT_TEXT);
        fixes.put("dot is missing", RIGHT_TEXT);
        fixes.put(
                "swapped in the HMAC",
                "mac.init(new SecretKeySpec(secret.getBytes(UTF_8), \"HmacSHA256\"));\n" + RIGHT_TEXT);
        fixes.put("plain SHA-256", "Mac mac = Mac.getInstance(\"HmacSHA256\");\n" + RIGHT_TEXT);
        fixes.put("decoded from hexadecimal", "mac.init(new SecretKeySpec(secret.getBytes(UTF_8), \"HmacSHA256\"));");
        fixes.put("written twice", once);
        fixes.put("bytes that are sent", once);
        fixes.put("Send what was signed", once);
        return fixes;
    }
}
