package com.paycrypt.sdk.internal.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** How the SDK introduces itself: {@code paycrypt-sdk-java/<version> (java <v>; <os>)}. */
final class UserAgent {
    static final String TEXT = "paycrypt-sdk-java/" + visible(version()) + " (java "
            + visible(System.getProperty("java.version", "unknown")) + "; "
            + visible(System.getProperty("os.name", "unknown")) + ")";

    private UserAgent() {}

    private static String version() {
        try (InputStream file = Objects.requireNonNull(UserAgent.class.getResourceAsStream("version.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the jar of the SDK cannot be read", e);
        }
    }

    /** Headers take visible ASCII alone, whatever an exotic platform calls itself. */
    private static String visible(String text) {
        StringBuilder shown = new StringBuilder(text);
        for (int i = 0; i < shown.length(); i++) {
            if (shown.charAt(i) <= ' ' || shown.charAt(i) > '~') {
                shown.setCharAt(i, '-');
            }
        }
        return shown.toString();
    }
}
