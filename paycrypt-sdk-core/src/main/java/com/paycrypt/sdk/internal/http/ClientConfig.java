package com.paycrypt.sdk.internal.http;

import com.paycrypt.sdk.auth.CredentialsProvider;
import com.paycrypt.sdk.call.CallListener;
import com.paycrypt.sdk.call.RetryPolicy;
import com.paycrypt.sdk.internal.text.Violations;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import okhttp3.HttpUrl;

/**
 * The settings of a client.
 *
 * @param base the checked base URL
 * @param credentials what requests are signed with
 * @param timeouts how long things may take
 * @param retryPolicy which failures are retried
 * @param listeners who is told of every call
 * @param time time and chance, which tests replace
 */
public record ClientConfig(
        HttpUrl base,
        CredentialsProvider credentials,
        Timeouts timeouts,
        RetryPolicy retryPolicy,
        List<CallListener> listeners,
        TimeSource time) {

    /**
     * How long things may take.
     *
     * @param connect making a connection
     * @param attempt one attempt, from signing to the last byte of the response
     * @param call the whole call, queueing, attempts and delays included
     */
    public record Timeouts(Duration connect, Duration attempt, Duration call) {
        private static final Duration MAX = Duration.ofHours(1);

        public static Timeouts standard() {
            return new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(30));
        }

        public Timeouts connect(Duration limit) {
            return new Timeouts(limit, attempt, call);
        }

        public Timeouts attempt(Duration limit) {
            return new Timeouts(connect, limit, call);
        }

        public Timeouts call(Duration limit) {
            return new Timeouts(connect, attempt, limit);
        }

        public void check(Violations violations) {
            check("connectTimeout", connect, violations);
            check("attemptTimeout", attempt, violations);
            check("callTimeout", call, violations);
        }

        private static void check(String name, Duration limit, Violations violations) {
            if (limit.compareTo(Duration.ofMillis(1)) < 0 || limit.compareTo(MAX) > 0) {
                violations.add(name + " is " + limit + ": set 1 ms to 1 hour");
            }
        }
    }

    /**
     * Time and chance.
     *
     * @param clock the time of day that requests are signed with
     * @param ticker the monotonic clock that time limits are measured on, in nanoseconds
     * @param random uniform from 0, inclusive, to 1, exclusive
     * @param delayer returns a future that completes after a delay; completing or cancelling it earlier drops the timer
     */
    public record TimeSource(
            Clock clock,
            LongSupplier ticker,
            DoubleSupplier random,
            Function<Duration, CompletableFuture<Void>> delayer) {
        public static TimeSource system() {
            return new TimeSource(
                    Clock.systemUTC(),
                    System::nanoTime,
                    () -> ThreadLocalRandom.current().nextDouble(),
                    delay -> new CompletableFuture<Void>()
                            .completeOnTimeout(null, delay.toNanos(), TimeUnit.NANOSECONDS));
        }

        public TimeSource with(Clock other) {
            return new TimeSource(other, ticker, random, delayer);
        }
    }
}
