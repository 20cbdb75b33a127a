package com.paycrypt.sdk.call;

/**
 * A call as its listener sees it. All but the request id take few different values and make good tags.
 *
 * @param operation what is done, such as {@code payment_sessions.create}
 * @param method the HTTP method, such as {@code POST}
 * @param server scheme, host and port, such as {@code https://paycrypt.example}
 * @param path the path as a template, such as {@code /api/v1/payment_sessions/{id}}
 * @param requestId the call's {@code X-Request-ID}, the same for all its attempts
 */
public record CallInfo(String operation, String method, String server, String path, String requestId) {}
