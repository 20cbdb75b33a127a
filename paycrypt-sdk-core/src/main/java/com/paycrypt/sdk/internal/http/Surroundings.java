package com.paycrypt.sdk.internal.http;

import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Time and chance, which tests replace.
 *
 * @param clock the time of day that requests are signed with
 * @param nanos the monotonic clock that limits are measured on
 * @param random uniform from 0, inclusive, to 1, exclusive
 * @param waiting how time passes between attempts
 */
public record Surroundings(Clock clock, LongSupplier nanos, DoubleSupplier random, WaitingFactory waiting) {
    /** The real ones. */
    public static Surroundings real() {
        Real real = new Real();
        return new Surroundings(Clock.systemUTC(), real, real, real);
    }

    /** The same, with another time of day. */
    public Surroundings with(Clock other) {
        return new Surroundings(other, nanos, random, waiting);
    }

    /** Makes the waiting of one client. */
    @FunctionalInterface
    public interface WaitingFactory {
        Waiting make();
    }

    /** One class, for each lambda costs a fresh JVM a millisecond before its first call. */
    private static final class Real implements LongSupplier, DoubleSupplier, WaitingFactory {
        @Override
        public long getAsLong() {
            return System.nanoTime();
        }

        @Override
        public double getAsDouble() {
            return ThreadLocalRandom.current().nextDouble();
        }

        @Override
        public Waiting make() {
            return new RealWaiting();
        }
    }
}
