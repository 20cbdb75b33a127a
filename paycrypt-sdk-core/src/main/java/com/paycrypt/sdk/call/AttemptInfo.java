package com.paycrypt.sdk.call;

import com.paycrypt.sdk.error.Outcome;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One finished attempt of a call as its observer sees it.
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class AttemptInfo {
    private final int number;
    private final int status;
    private final @Nullable Outcome failure;
    private final String result;
    private final Duration took;

    /**
     * Describes an attempt.
     *
     * @param number counted from 1
     * @param status the HTTP status of the answer, 0 if there was none
     * @param failure what became of the request, null if the attempt succeeded
     * @param result one word, see {@link #result()}
     * @param took from signing to the judged answer
     */
    public AttemptInfo(int number, int status, @Nullable Outcome failure, String result, Duration took) {
        this.number = number;
        this.status = status;
        this.failure = failure;
        this.result = result;
        this.took = took;
    }

    /**
     * The attempt's place in its call.
     *
     * @return counted from 1
     */
    public int number() {
        return number;
    }

    /**
     * The HTTP status of the answer.
     *
     * @return such as 201; 0 if there was no answer
     */
    public int status() {
        return status;
    }

    /**
     * What became of the request if the attempt failed.
     *
     * @return empty if it succeeded
     */
    public Optional<Outcome> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * How the attempt ended, in one word of a short list that makes a good tag: {@code ok}, {@code status} (an error
     * status), {@code answer} (a good status without a session), {@code dns}, {@code connect}, {@code tls},
     * {@code timeout}, {@code io}, {@code interceptor} (one of the given OkHttpClient changed or repeated the request, and
     * it was stopped), {@code interrupted}, {@code cancelled}.
     *
     * @return the word
     */
    public String result() {
        return result;
    }

    /**
     * How long the attempt took, from signing to the judged answer.
     *
     * @return the time on the monotonic clock
     */
    public Duration took() {
        return took;
    }

    /**
     * The attempt in one line.
     *
     * @return a text for logs
     */
    @Override
    public String toString() {
        return "AttemptInfo[number=" + number + ", status=" + status + ", result=" + result + ", took=" + took + "]";
    }
}
