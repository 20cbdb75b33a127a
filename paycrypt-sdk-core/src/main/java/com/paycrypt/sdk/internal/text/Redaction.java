package com.paycrypt.sdk.internal.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Replaces a key and its secret in text, as they are and as JSON, HTML and URLs spell them. */
final class Redaction {
    private Redaction() {}

    static String of(String key, String secret, String text) {
        boolean keyFirst = key.length() > secret.length();
        String once = keyFirst ? replace(key, "[key]", text) : replace(secret, "[secret]", text);
        return keyFirst ? replace(secret, "[secret]", once) : replace(key, "[key]", once);
    }

    private static String replace(String value, String name, String text) {
        return spellings(value).distinct().reduce(text, (redacted, spelling) -> redacted.replace(spelling, name));
    }

    private static Stream<String> spellings(String value) {
        String json = value.replace("\\", "\\\\").replace("\"", "\\\"");
        String html = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return Stream.of(
                value,
                json,
                json.replace("/", "\\/"),
                html.replace("\"", "&quot;").replace("'", "&#39;"),
                html.replace("\"", "&#34;").replace("'", "&#39;"),
                html.replace("\"", "&quot;").replace("'", "&#x27;"),
                URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
