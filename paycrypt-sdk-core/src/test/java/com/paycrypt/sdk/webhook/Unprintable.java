package com.paycrypt.sdk.webhook;

/** Fails to tell what it is about, as the exceptions of some persistence frameworks do once their session is closed. */
final class Unprintable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
        throw new NoClassDefFoundError("Session");
    }
}
