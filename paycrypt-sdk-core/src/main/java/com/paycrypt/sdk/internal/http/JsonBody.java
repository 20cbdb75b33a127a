package com.paycrypt.sdk.internal.http;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** The signed bytes on their way out, once, and the attempt that they belong to. */
final class JsonBody extends RequestBody {
    private static final MediaType JSON = MediaType.get("application/json");

    private final byte[] bytes;
    private final Attempt attempt;

    JsonBody(byte[] bytes, Attempt attempt) {
        this.bytes = bytes;
        this.attempt = attempt;
    }

    Attempt attempt() {
        return attempt;
    }

    @Override
    public MediaType contentType() {
        return JSON;
    }

    @Override
    public long contentLength() {
        return bytes.length;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(bytes);
    }
}
