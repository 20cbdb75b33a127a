package com.paycrypt.sdk.webhook;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The response to send: a status, headers and a short body.
 *
 * <p>There is one constant response per status: the reason of a rejection goes to the log and to the
 * {@link WebhookListener}, never to the sender.
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class WebhookResponse {
    private static final String JSON = "application/json";

    static final WebhookResponse OK = new WebhookResponse(200, "{\"ok\":true}");
    static final WebhookResponse IN_PROGRESS = error(409, "in_progress");
    static final WebhookResponse HANDLER_FAILED = error(500, "internal_error");
    static final WebhookResponse UNAVAILABLE = error(503, "unavailable");

    private static final WebhookResponse BAD_REQUEST = error(400, "bad_request");
    private static final WebhookResponse UNAUTHORIZED = error(401, "unauthorized");
    private static final WebhookResponse METHOD_NOT_ALLOWED = error(405, "method_not_allowed");
    private static final WebhookResponse TOO_LARGE = error(413, "too_large");

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private WebhookResponse(int status, String json) {
        this.status = status;
        this.headers = status == 405 ? Map.of("Content-Type", JSON, "Allow", "POST") : Map.of("Content-Type", JSON);
        this.body = json.getBytes(StandardCharsets.US_ASCII);
    }

    private static WebhookResponse error(int status, String code) {
        return new WebhookResponse(status, "{\"error\":\"" + code + "\"}");
    }

    static WebhookResponse of(WebhookRejectedException rejected) {
        return switch (rejected.httpStatus()) {
            case 401 -> UNAUTHORIZED;
            case 405 -> METHOD_NOT_ALLOWED;
            case 413 -> TOO_LARGE;
            case 503 -> UNAVAILABLE;
            default -> BAD_REQUEST;
        };
    }

    /**
     * Returns the HTTP status.
     *
     * @return 200; 400, 401, 405 or 413 if the delivery was rejected; 409 for a copy of a delivery that is being handled
     *     right now; 500 if the handler failed; 503 if the replay guard failed, or if too many large bodies are being
     *     received
     */
    public int status() {
        return status;
    }

    /**
     * Returns the headers to set, {@code Content-Type} and with 405 also {@code Allow}.
     *
     * @return one value by name, unmodifiable
     */
    public Map<String, String> headers() {
        return headers;
    }

    /**
     * Returns the body to send.
     *
     * @return a copy of a short JSON text, never empty
     */
    public byte[] body() {
        return body.clone();
    }

    /**
     * Names the status.
     *
     * @return a text for logs
     */
    @Override
    public String toString() {
        return "WebhookResponse[" + status + "]";
    }
}
