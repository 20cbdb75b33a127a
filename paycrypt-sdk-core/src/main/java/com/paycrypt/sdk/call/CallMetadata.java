package com.paycrypt.sdk.call;

import java.util.Objects;

/**
 * How a successful call went.
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class CallMetadata {
    private final int status;
    private final String requestId;
    private final int attempts;

    private CallMetadata(int status, String requestId, int attempts) {
        this.status = status;
        this.requestId = Objects.requireNonNull(requestId, "requestId");
        this.attempts = attempts;
    }

    /**
     * Describes a call, as the client does, and as tests may.
     *
     * @param status the HTTP status of the response
     * @param requestId the call's request id
     * @param attempts how many attempts were made
     * @return the description
     */
    public static CallMetadata of(int status, String requestId, int attempts) {
        return new CallMetadata(status, requestId, attempts);
    }

    /**
     * Returns the HTTP status of the response. Servers respond to a create with 201 if they made a session, and some with
     * 200 if they return one that is still open for the same order, even if the amount differs.
     *
     * @return such as 201
     */
    public int status() {
        return status;
    }

    /**
     * Returns the {@code X-Request-ID} of the call, as the response gave it or else as it was sent.
     *
     * @return the id that PayCrypt's support asks for
     */
    public String requestId() {
        return requestId;
    }

    /**
     * Returns how many attempts were made, the successful one included.
     *
     * @return counted from 1
     */
    public int attempts() {
        return attempts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CallMetadata that
                && status == that.status
                && attempts == that.attempts
                && requestId.equals(that.requestId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(status, requestId, attempts);
    }

    /**
     * Describes the call in one line.
     *
     * @return a text for logs
     */
    @Override
    public String toString() {
        return "CallMetadata[status=" + status + ", requestId=" + requestId + ", attempts=" + attempts + "]";
    }
}
