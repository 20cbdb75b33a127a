package com.paycrypt.sdk.internal.http;

/** What to do about an error status. */
final class StatusAdvice {
    /** A request over plain http would have to be sent twice: without credentials, and with them. */
    static final String PROXY_CREDENTIALS = "A proxy wants credentials: over https give an OkHttpClient with a"
            + " proxyAuthenticator, over plain http one whose interceptor adds Proxy-Authorization to every request";

    private StatusAdvice() {}

    static String of(int status, Operation operation) {
        return switch (status) {
            case 400 -> "Correct the request: the same one will be refused again";
            case 401 ->
                "Check that the key and the secret belong together and to this server, and that this machine's clock"
                        + " is right";
            case 403 ->
                "Check that this machine's address is allowed for the key; on older servers also that the secret and"
                        + " this machine's clock are right";
            case 404 -> notFound(operation);
            case 405 -> "Check the base URL: it must be that of a PayCrypt server, without /api/v1";
            case 407 -> PROXY_CREDENTIALS;
            case 408, 429 -> "Try again later, and spread the calls";
            case 409 -> "Look up what else is done with the same order at this time";
            case 500, 502, 503, 504 -> "Try again later; if it stays, show the server's operators the request id";
            default -> other(status);
        };
    }

    private static String notFound(Operation operation) {
        return operation == Operation.RETRIEVE_SESSION
                ? "The session is unknown, or this server does not answer retrievals (they are no part of the API guide): keep"
                        + " the session that was created, and learn of payments by webhook"
                : "Check the base URL: it must be that of a PayCrypt server, without /api/v1 and without a slash at the end";
    }

    private static String other(int status) {
        return status / 100 == 3
                ? "Redirects are not followed, because credentials never leave their origin: set the base URL to the address"
                        + " that the server itself gives"
                : "Show the server's operators the request id and body()";
    }
}
