package com.paycrypt.sandbox.http;

import java.io.IOException;

/** Answers one request. */
@FunctionalInterface
public interface Handler {
    /**
     * Answers a request.
     *
     * @param request the request
     * @return the answer
     * @throws IOException if the client goes away while its request is read
     */
    Response handle(Request request) throws IOException;
}
