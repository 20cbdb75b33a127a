package com.paycrypt.sdk.servlet.http;

import okhttp3.Headers;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/** What the sender of a delivery is told. */
public record Answer(int status, Headers headers, String body, Protocol protocol) {
    public @Nullable String header(String name) {
        return headers.get(name);
    }
}
