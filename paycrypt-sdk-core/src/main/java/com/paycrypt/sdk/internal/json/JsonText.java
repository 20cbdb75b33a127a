package com.paycrypt.sdk.internal.json;

import java.nio.charset.StandardCharsets;

/** The text of JSON that was found well-formed; strings are given without their quotes. */
final class JsonText {
    private static final int HEX_DIGITS = 4;

    private JsonText() {}

    /** The text of a string with its quotes, or any other value as it stands. */
    static String ofValue(byte[] json, int start, int end) {
        return json[start] == '"' ? of(json, start + 1, end - 1) : plain(json, start, end);
    }

    private static String of(byte[] json, int start, int end) {
        return isEscaped(json, start, end) ? unescaped(json, start, end) : plain(json, start, end);
    }

    private static boolean isEscaped(byte[] json, int start, int end) {
        for (int i = start; i < end; i++) {
            if (json[i] == '\\') {
                return true;
            }
        }
        return false;
    }

    static String plain(byte[] json, int start, int end) {
        return new String(json, start, end - start, StandardCharsets.UTF_8);
    }

    static String unescaped(byte[] json, int start, int end) {
        String raw = plain(json, start, end);
        StringBuilder text = new StringBuilder(raw.length());
        int i = 0;
        while (i < raw.length()) {
            char c = raw.charAt(i++);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char letter = raw.charAt(i++);
            if (letter == 'u') {
                text.append((char) Integer.parseInt(raw, i, i + HEX_DIGITS, 16));
                i += HEX_DIGITS;
            } else {
                text.append(escaped(letter));
            }
        }
        return text.toString();
    }

    private static char escaped(char letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> letter;
        };
    }
}
