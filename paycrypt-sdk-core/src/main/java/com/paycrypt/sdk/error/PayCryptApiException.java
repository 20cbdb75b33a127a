package com.paycrypt.sdk.error;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when PayCrypt, or something in between, responds with an error, or with something that is not a payment session.
 *
 * <p>Code, detail and fields are taken from every shape of body that servers were seen to send; what a response does not
 * say is empty. The message quotes {@link #code()}, {@link #detail()} and {@link #fields()}, never the body.
 */
public final class PayCryptApiException extends PayCryptException {
    private static final long serialVersionUID = 1L;

    /** The HTTP status of the response. */
    private final int status;

    /** What the server calls the error, if it said. */
    private final @Nullable String code;

    /** What the server says about it, if anything. */
    private final @Nullable String detail;

    /** The fields of the request that the server names; none if it names none. */
    private final String[] fields;

    /** How long the server asks to wait, if it does. */
    private final @Nullable Duration retryAfter;

    /** The bounded body, fit to be shown. */
    private final String body;

    private PayCryptApiException(Builder from) {
        super(from.outcome, from.message, null, from.requestId, from.attempts);
        this.status = from.status;
        this.code = from.code;
        this.detail = from.detail;
        this.fields = from.fields.toArray(new String[0]);
        this.retryAfter = from.retryAfter;
        this.body = from.body;
    }

    /**
     * Starts an error; what is not set stays empty.
     *
     * @param outcome whether the request took effect
     * @param status the HTTP status of the response
     * @param message what failed, what was found, and what to do next
     * @return a builder
     */
    public static Builder builder(Outcome outcome, int status, String message) {
        return new Builder(outcome, status, message);
    }

    /**
     * Returns the HTTP status of the response.
     *
     * @return such as 401
     */
    public int status() {
        return status;
    }

    /**
     * Returns the server's own name of the error, such as {@code missing_fields} or {@code invalid key}.
     *
     * @return the code, if the response gave one
     */
    public Optional<String> code() {
        return Optional.ofNullable(code);
    }

    /**
     * Returns what the server said beyond the code: the detail or message of its JSON, or the sentence of its HTML page.
     *
     * @return the detail, if the response gave one
     */
    public Optional<String> detail() {
        return Optional.ofNullable(detail);
    }

    /**
     * Returns the fields of the request that the server found missing or wrong.
     *
     * @return their names on the wire, such as {@code order_id}; empty if the response named none
     */
    public List<String> fields() {
        return List.of(fields);
    }

    /**
     * Returns how long the server asked to wait before another attempt, counted from the moment of its response.
     *
     * @return the wait, if the response gave one
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /**
     * Returns the beginning of the response's body, for a developer's eyes: control characters escaped, API key, secret and
     * signatures redacted, at most 4,096 characters.
     *
     * <p>It may hold what a server's debug page shows of the request: keep it out of logs that customers' data must not
     * reach.
     *
     * @return the text; empty if there was no body
     */
    public String body() {
        return body;
    }

    /** Collects what a response said. Not for use by several threads at once. */
    public static final class Builder {
        private final Outcome outcome;
        private final int status;
        private final String message;
        private @Nullable String code;
        private @Nullable String detail;
        private List<String> fields = List.of();
        private @Nullable Duration retryAfter;
        private String body = "";
        private String requestId = "";
        private int attempts = 1;

        private Builder(Outcome outcome, int status, String message) {
            this.outcome = Objects.requireNonNull(outcome, "outcome");
            this.status = status;
            this.message = Objects.requireNonNull(message, "message");
        }

        /**
         * Sets the server's own name of the error.
         *
         * @param code the code, or null
         * @return this
         */
        public Builder code(@Nullable String code) {
            this.code = code;
            return this;
        }

        /**
         * Sets what the server said beyond the code.
         *
         * @param detail the detail, or null
         * @return this
         */
        public Builder detail(@Nullable String detail) {
            this.detail = detail;
            return this;
        }

        /**
         * Sets the fields that the server found missing or wrong.
         *
         * @param fields their names on the wire
         * @return this
         */
        public Builder fields(List<String> fields) {
            this.fields = List.copyOf(fields);
            return this;
        }

        /**
         * Sets how long the server asked to wait.
         *
         * @param retryAfter the wait, or null
         * @return this
         */
        public Builder retryAfter(@Nullable Duration retryAfter) {
            this.retryAfter = retryAfter;
            return this;
        }

        /**
         * Sets the beginning of the body.
         *
         * @param body the text, already free of what must not be shown
         * @return this
         */
        public Builder body(String body) {
            this.body = Objects.requireNonNull(body, "body");
            return this;
        }

        /**
         * Sets the call's request id.
         *
         * @param requestId the id
         * @return this
         */
        public Builder requestId(String requestId) {
            this.requestId = Objects.requireNonNull(requestId, "requestId");
            return this;
        }

        /**
         * Sets how many attempts were made; 1 unless set.
         *
         * @param attempts the number
         * @return this
         */
        public Builder attempts(int attempts) {
            this.attempts = attempts;
            return this;
        }

        /**
         * Creates the error.
         *
         * @return the exception
         */
        public PayCryptApiException build() {
            return new PayCryptApiException(this);
        }
    }
}
