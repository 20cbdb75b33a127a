package com.paycrypt.sdk.webhook;

/** Text from outside made fit for a log line: bounded, on one line, visible ASCII. */
final class LogText {
    private static final int MAX_LENGTH = 80;

    private LogText() {}

    static String of(String text) {
        StringBuilder safe = new StringBuilder(Math.min(text.length(), MAX_LENGTH) + 3);
        for (int i = 0; i < text.length() && i < MAX_LENGTH; i++) {
            append(safe, text.charAt(i));
        }
        return text.length() > MAX_LENGTH ? safe.append("...").toString() : safe.toString();
    }

    private static void append(StringBuilder safe, char c) {
        if (c >= 0x20 && c < 0x7F && c != '\\') {
            safe.append(c);
        } else {
            safe.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
        }
    }
}
