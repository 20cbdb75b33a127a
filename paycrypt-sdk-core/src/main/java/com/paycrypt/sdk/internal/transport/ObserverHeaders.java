package com.paycrypt.sdk.internal.transport;

import java.util.Map;
import okhttp3.Request;

/** Adds the headers that observers ask for, and only those that cannot change what is signed or how it is sent. */
final class ObserverHeaders {
    private ObserverHeaders() {}

    static void add(Map<String, String> extra, Request.Builder request) {
        extra.forEach((name, value) -> {
            if (isAllowed(name, value)) {
                request.header(name, value);
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
