package com.paycrypt.sdk.internal.http;

import java.util.Map;

/** Adds the headers that observers ask for, and only those that cannot change what is signed or how it is sent. */
final class ObserverHeaders {
    private ObserverHeaders() {}

    static void add(Map<String, String> extra, okhttp3.Headers.Builder headers) {
        extra.forEach((name, value) -> {
            if (isAllowed(name, value)) {
                headers.set(name, value);
            }
        });
    }

    private static boolean isAllowed(String name, String value) {
        return isToken(name) && !Headers.isOurs(name) && value.chars().allMatch(c -> c >= 0x20 && c <= 0x7E);
    }

    private static boolean isToken(String name) {
        return !name.isEmpty()
                && name.chars().allMatch(c -> c == '-' || c == '_' || (c < 0x7F && Character.isLetterOrDigit(c)));
    }
}
