package com.paycrypt.sdk.call;

import java.util.Objects;

/**
 * A call as its listener sees it. All but the request id take few different values and make good tags.
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class CallInfo {
    private final String operation;
    private final String method;
    private final String server;
    private final String path;
    private final String requestId;

    private CallInfo(Builder from) {
        this.operation = from.operation;
        this.method = from.method;
        this.server = from.server;
        this.path = from.path;
        this.requestId = from.requestId;
    }

    /**
     * Describes a call, as the client does, and as tests of a listener may.
     *
     * @param operation what is done, such as {@code payment_sessions.create}
     * @return a builder; what is not set is empty
     */
    public static Builder builder(String operation) {
        return new Builder(operation);
    }

    /**
     * Returns what is done.
     *
     * @return such as {@code payment_sessions.create}
     */
    public String operation() {
        return operation;
    }

    /**
     * Returns the HTTP method.
     *
     * @return such as {@code POST}
     */
    public String method() {
        return method;
    }

    /**
     * Returns scheme, host and port.
     *
     * @return such as {@code https://paycrypt.example}
     */
    public String server() {
        return server;
    }

    /**
     * Returns the path as a template.
     *
     * @return such as {@code /api/v1/payment_sessions/{id}}
     */
    public String path() {
        return path;
    }

    /**
     * Returns the call's {@code X-Request-ID}, the same for all its attempts.
     *
     * @return the id
     */
    public String requestId() {
        return requestId;
    }

    /**
     * Describes the call in one line.
     *
     * @return a text for logs
     */
    @Override
    public String toString() {
        return "CallInfo[operation=" + operation + ", method=" + method + ", server=" + server + ", path=" + path
                + ", requestId=" + requestId + "]";
    }

    /** Collects what is known of a call. Not for use by several threads at once. */
    public static final class Builder {
        private final String operation;
        private String method = "";
        private String server = "";
        private String path = "";
        private String requestId = "";

        private Builder(String operation) {
            this.operation = Objects.requireNonNull(operation, "operation");
        }

        /**
         * Sets the HTTP method.
         *
         * @param method such as {@code POST}
         * @return this
         */
        public Builder method(String method) {
            this.method = Objects.requireNonNull(method, "method");
            return this;
        }

        /**
         * Sets scheme, host and port.
         *
         * @param server such as {@code https://paycrypt.example}
         * @return this
         */
        public Builder server(String server) {
            this.server = Objects.requireNonNull(server, "server");
            return this;
        }

        /**
         * Sets the path as a template.
         *
         * @param path such as {@code /api/v1/payment_sessions/{id}}
         * @return this
         */
        public Builder path(String path) {
            this.path = Objects.requireNonNull(path, "path");
            return this;
        }

        /**
         * Sets the call's {@code X-Request-ID}.
         *
         * @param requestId the id
         * @return this
         */
        public Builder requestId(String requestId) {
            this.requestId = Objects.requireNonNull(requestId, "requestId");
            return this;
        }

        /**
         * Creates the description.
         *
         * @return the call
         */
        public CallInfo build() {
            return new CallInfo(this);
        }
    }
}
