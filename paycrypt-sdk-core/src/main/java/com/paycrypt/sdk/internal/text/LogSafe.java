package com.paycrypt.sdk.internal.text;

/** Makes text of other parties safe for a log line: bounded, on one line, visible ASCII. */
public final class LogSafe {
    private static final int MAX_LENGTH = 80;
    private static final int MAX_ERROR_LENGTH = 400;

    private LogSafe() {}

    public static String of(String text) {
        return of(text, MAX_LENGTH);
    }

    /** The class and the message of an exception, whose own {@code getMessage} may fail. */
    public static String of(Throwable cause) {
        String kind = cause.getClass().getName();
        try {
            return of(kind + ": " + cause.getMessage(), MAX_ERROR_LENGTH);
        } catch (Throwable silent) {
            return of(
                    kind + ", whose getMessage() failed with "
                            + silent.getClass().getName(),
                    MAX_ERROR_LENGTH);
        }
    }

    private static String of(String text, int maxLength) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (safe.length() >= maxLength) {
                return safe.append("...").toString();
            }
            append(safe, text.charAt(i));
        }
        return safe.toString();
    }

    private static void append(StringBuilder safe, char c) {
        if (c >= 0x20 && c < 0x7F && c != '\\') {
            safe.append(c);
        } else {
            safe.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
        }
    }
}
