package com.paycrypt.sdk.internal.http;

/** The kinds of calls, with the words that messages about them are made of. */
public enum Operation {
    CREATE_SESSION(
            "payment_sessions.create",
            "POST",
            "/api/v1/payment_sessions",
            "Creating a payment session for ",
            "A session may have been made. Create it again for the same order id: that is safe, because a session moves no"
                    + " money until a customer pays it"),
    RETRIEVE_SESSION(
            "payment_sessions.retrieve",
            "GET",
            "/api/v1/payment_sessions/{id}",
            "Retrieving payment session ",
            "Retrieve it again: reading changes nothing");

    private final String id;
    private final String method;
    private final String path;
    private final String doing;
    private final String ifUnknown;

    Operation(String id, String method, String path, String doing, String ifUnknown) {
        this.id = id;
        this.method = method;
        this.path = path;
        this.doing = doing;
        this.ifUnknown = ifUnknown;
    }

    String id() {
        return id;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    String doing() {
        return doing;
    }

    String ifUnknown() {
        return ifUnknown;
    }
}
