package com.paycrypt.sdk.internal.http;

import java.util.regex.Pattern;

/** Makes what a server said fit to be shown: no API key, nothing that could be a signature, no control characters. */
final class ShownText {
    private final String key;

    ShownText(String key) {
        this.key = key;
    }

    /** The text, at most so many characters of it. */
    String of(String text, int most) {
        String safe = withoutSecrets(text);
        StringBuilder shown = new StringBuilder(Math.min(safe.length(), most));
        for (int i = 0; i < safe.length() && shown.length() < most; i++) {
            append(safe.charAt(i), shown);
        }
        return shown.toString();
    }

    boolean isSafe(String text) {
        return withoutSecrets(text).equals(text);
    }

    private String withoutSecrets(String text) {
        return Signatures.PATTERN.matcher(text.replace(key, "[key]")).replaceAll("[signature]");
    }

    private static void append(char character, StringBuilder shown) {
        if (Character.isISOControl(character) || isInvisible(character)) {
            shown.append("\\u")
                    .append("0000".substring(Integer.toHexString(character).length()));
            shown.append(Integer.toHexString(character));
        } else {
            shown.append(character);
        }
    }

    /** Direction marks and line separators can make a log line say something else. */
    private static boolean isInvisible(char character) {
        int type = Character.getType(character);
        return type == Character.FORMAT || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** Loaded by the first text that is shown, which most JVMs never do. */
    private static final class Signatures {
        private static final Pattern PATTERN = Pattern.compile("[0-9a-fA-F]{64,}");

        private Signatures() {}
    }
}
