package com.paycrypt.sdk.spring;

import jakarta.servlet.ServletException;

/** The application's listener failed on a delivery: on its way to our filter, which answers. */
final class ListenerFailure extends ServletException {
    private static final long serialVersionUID = 1L;

    ListenerFailure(String type, Exception cause) {
        super("A listener failed on " + type, cause);
    }
}
