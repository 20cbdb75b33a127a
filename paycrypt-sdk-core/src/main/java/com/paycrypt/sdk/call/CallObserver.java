package com.paycrypt.sdk.call;

import com.paycrypt.sdk.error.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Observes one call. Every method does nothing unless overridden.
 *
 * <p>The methods are called one after the other: on the caller's thread for a blocking call, on the client's threads
 * for an asynchronous one. They must not block. {@link #ended ended} is called exactly once and last.
 */
public interface CallObserver {
    /**
     * Headers to send with every attempt of this call, such as {@code traceparent}. Asked once, right after the start.
     * They are not signed. The SDK's own headers cannot be replaced, and values must be visible ASCII: others are left
     * out.
     *
     * @return names and values
     */
    default Map<String, String> headers() {
        return Map.of();
    }

    /**
     * An attempt has ended.
     *
     * @param attempt how it went
     */
    default void attempted(AttemptInfo attempt) {}

    /**
     * The call waits before its next attempt.
     *
     * @param pause for how long
     */
    default void waiting(Duration pause) {}

    /**
     * The server's clock is used from now on because this machine's was found to be off.
     *
     * @param offset the server's time minus this machine's; zero where that is right again and used from now on
     */
    default void clockCorrected(Duration offset) {}

    /**
     * The server rejected the credentials of an attempt, and the credentials provider returned others: they were rotated.
     * The next attempt is signed with them.
     */
    default void credentialsRenewed() {}

    /**
     * The call has ended.
     *
     * @param failure null if it succeeded; a {@link com.paycrypt.sdk.error.PayCryptException} if it failed; a
     *     {@link java.util.concurrent.CancellationException} if its future was cancelled
     */
    default void ended(@Nullable RuntimeException failure) {}

    /**
     * One finished attempt of a call as its observer sees it.
     *
     * <p>Immutable and safe for use by any number of threads.
     */
    final class AttemptInfo {
        private final int number;
        private final int status;
        private final @Nullable Outcome failure;
        private final String result;
        private final Duration took;
        private final String connection;
        private final int retriesLeft;

        private AttemptInfo(Builder from) {
            this.number = from.number;
            this.status = from.status;
            this.failure = from.failure;
            this.result = from.result;
            this.took = from.took;
            this.connection = from.connection;
            this.retriesLeft = from.retriesLeft;
        }

        /**
         * Describes an attempt, as the client does, and as tests of a listener may.
         *
         * @param result one word, see {@link #result()}
         * @return a builder for the first attempt, without a response, unless something else is set
         */
        public static Builder builder(String result) {
            return new Builder(result);
        }

        /**
         * Returns the attempt's place in its call.
         *
         * @return counted from 1
         */
        public int number() {
            return number;
        }

        /**
         * Returns the HTTP status of the response.
         *
         * @return such as 201; 0 if there was no response
         */
        public int status() {
            return status;
        }

        /**
         * Returns whether the request took effect, if the attempt failed.
         *
         * @return empty if it succeeded
         */
        public Optional<Outcome> failure() {
            return Optional.ofNullable(failure);
        }

        /**
         * Returns how the attempt ended, in one word of a short list that makes a good tag: {@code ok}, {@code status} (an error
         * status), {@code response} (a success without a session), {@code dns}, {@code connect}, {@code tls},
         * {@code timeout}, {@code io}, {@code interceptor} (one of the given OkHttpClient changed or repeated the request, and
         * it was stopped), {@code credentials} (the credentials
         * provider or the clock failed), {@code interrupted}, {@code cancelled}.
         *
         * @return the word
         */
        public String result() {
            return result;
        }

        /**
         * Returns how long the attempt took, from signing to the judged response.
         *
         * @return the time on the monotonic clock
         */
        public Duration took() {
            return took;
        }

        /**
         * Returns which connection the attempt was made over: {@code new}, or {@code reused} if it was open before. Many failures
         * on reused connections mean that something on the way closes idle ones.
         *
         * @return the word; {@code new} also where no connection could be made
         */
        public String connection() {
            return connection;
        }

        /**
         * Returns how many retries the client's retry budget has left: each retry uses up one, successful calls bring them back.
         * While it is zero, failures are not retried.
         *
         * @return 0 to 100
         */
        public int retriesLeft() {
            return retriesLeft;
        }

        /**
         * Describes the attempt in one line.
         *
         * @return a text for logs
         */
        @Override
        public String toString() {
            return "AttemptInfo[number=" + number + ", status=" + status + ", result=" + result + ", took=" + took
                    + "]";
        }

        /** Collects what is known of an attempt. Not for use by several threads at once. */
        public static final class Builder {
            private final String result;
            private int number = 1;
            private int status;
            private @Nullable Outcome failure;
            private Duration took = Duration.ZERO;
            private String connection = "new";
            private int retriesLeft = 100;

            private Builder(String result) {
                this.result = Objects.requireNonNull(result, "result");
            }

            /**
             * Sets the attempt's place in its call.
             *
             * @param number counted from 1
             * @return this
             */
            public Builder number(int number) {
                this.number = number;
                return this;
            }

            /**
             * Sets the HTTP status of the response.
             *
             * @param status such as 201; 0 if there was no response
             * @return this
             */
            public Builder status(int status) {
                this.status = status;
                return this;
            }

            /**
             * Sets whether the request took effect, if the attempt failed.
             *
             * @param failure the outcome, or null
             * @return this
             */
            public Builder failure(@Nullable Outcome failure) {
                this.failure = failure;
                return this;
            }

            /**
             * Sets how long the attempt took.
             *
             * @param took from signing to the judged response
             * @return this
             */
            public Builder took(Duration took) {
                this.took = Objects.requireNonNull(took, "took");
                return this;
            }

            /**
             * Sets which connection the attempt was made over.
             *
             * @param connection {@code new} or {@code reused}
             * @return this
             */
            public Builder connection(String connection) {
                this.connection = Objects.requireNonNull(connection, "connection");
                return this;
            }

            /**
             * Sets how many retries the client's retry budget has left.
             *
             * @param retriesLeft 0 to 100
             * @return this
             */
            public Builder retriesLeft(int retriesLeft) {
                this.retriesLeft = retriesLeft;
                return this;
            }

            /**
             * Creates the description.
             *
             * @return the attempt
             */
            public AttemptInfo build() {
                return new AttemptInfo(this);
            }
        }
    }
}
