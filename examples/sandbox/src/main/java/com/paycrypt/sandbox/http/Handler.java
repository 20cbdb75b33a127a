package com.paycrypt.sandbox.http;

import java.io.IOException;

/** Handles one request. */
@FunctionalInterface
public interface Handler {
    /**
     * Handles a request.
     *
     * @param request the request
     * @return the response
     * @throws IOException if the client goes away while its request is read
     */
    Response handle(Request request) throws IOException;
}
