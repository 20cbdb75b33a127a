package com.paycrypt.sandbox.http;

import java.io.IOException;
import java.util.Map;

/** Sends a path with doubled slashes to the same path without them, with 308, as running PayCrypt servers do. */
public final class SingleSlashes implements Handler {
    private final Handler next;

    /**
     * Guards a handler.
     *
     * @param next the handler of all other paths
     */
    public SingleSlashes(Handler next) {
        this.next = next;
    }

    @Override
    public Response handle(Request request) throws IOException {
        return request.path().contains("//")
                ? new Response(308, Map.of("Location", request.path().replaceAll("/{2,}", "/")), new byte[0])
                : next.handle(request);
    }
}
