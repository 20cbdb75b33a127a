package com.paycrypt.sdk.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets each delivery through once: a delivery is claimed before the merchant's code sees it, confirmed when that code
 * took it, and released when it failed.
 *
 * <p>It is keyed by what was signed, never by the event's id, which all events of a session share. It answers replays
 * of one delivery; it is no business de-duplication, since the sender may sign the same news anew. Shops therefore also
 * update their order conditionally.
 *
 * <p>What an implementation guarantees: of any number of claims of one ticket at most one is granted until it is
 * released or its lease is over; a confirmed ticket is never granted again until it expires; time is the store's own
 * clock; a guard that is full refuses rather than forgets. Implementations are safe for use by any number of threads and
 * may block. A method that cannot reach its store throws: the delivery is then answered 503.
 */
public interface ReplayGuard {
    /** How long a claim holds without being confirmed or released; after that its holder is taken for dead. */
    Duration LEASE = Duration.ofSeconds(60);

    /**
     * How long a delivery must be remembered from its claim on, where the store counts by a clock of its own: a
     * signature that was accepted with a time 300 s ahead is accepted for 600 s, and a minute more is for processes
     * whose clocks differ. It asks of no clock but that it moves on.
     */
    Duration RETENTION = Duration.ofSeconds(660);

    /**
     * A guard in this process's memory, for shops of one process: what it knows is gone with the process. It holds up
     * to 100 000 deliveries of about eleven minutes and has no thread of its own.
     *
     * @return a new guard
     */
    static ReplayGuard inMemory() {
        return inMemory(100_000, Clock.systemUTC());
    }

    /**
     * A guard in this process's memory, with bounds of its own.
     *
     * @param capacity how many deliveries it holds at most, at least 1; at some 250 bytes each
     * @param clock the clock by which leases and entries end
     * @return a new guard
     * @throws IllegalArgumentException if the capacity is less than 1
     */
    static ReplayGuard inMemory(int capacity, Clock clock) {
        return new MemoryReplayGuard(capacity, clock);
    }

    /**
     * Claims a delivery for handling.
     *
     * @param ticket the delivery
     * @return whether the merchant's code may have it
     * @throws RuntimeException if the store cannot be reached or is full; nothing is claimed then, or the claim lapses
     */
    Claim claim(Ticket ticket);

    /**
     * The merchant's code took the delivery: it is never granted again.
     *
     * @param ticket the delivery
     * @param token the token of the claim that was granted
     * @return true if the claim was still held with this token, or confirmed with it before; false if somebody else
     *     holds it now
     * @throws RuntimeException if the store cannot be reached
     */
    boolean confirm(Ticket ticket, String token);

    /**
     * The merchant's code failed: the delivery may be claimed again.
     *
     * @param ticket the delivery
     * @param token the token of the claim that was granted
     * @param cause what went wrong
     * @return true if the claim was still held with this token
     * @throws RuntimeException if the store cannot be reached
     */
    boolean release(Ticket ticket, String token, Throwable cause);

    /**
     * Whether a granted claim means that the delivery is stored and will be handled even if the merchant's code fails
     * now. Such a delivery is answered 200 whatever becomes of that code.
     *
     * @return false, unless the guard is an inbox
     */
    default boolean storesDeliveries() {
        return false;
    }

    /**
     * A verified delivery as a guard knows it.
     *
     * <p>Immutable and safe for use by any number of threads.
     */
    final class Ticket {
        private static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(60);

        private final WebhookEvent event;
        private final String digest;
        private final Instant expiresAt;

        Ticket(WebhookEvent event, long timestamp) {
            this.event = event;
            this.digest = event.digest();
            this.expiresAt = Instant.ofEpochSecond(timestamp)
                    .plusSeconds(TimeWindow.SECONDS)
                    .plus(CLOCK_DIFFERENCE);
        }

        /**
         * What the delivery is known by: the SHA-256 of its key, timestamp and signature.
         *
         * @return 64 lower-case hexadecimal digits
         */
        public String digest() {
            return digest;
        }

        /**
         * Until when the delivery must be remembered by the clock that verified it: as long as its signature is
         * accepted, and a minute more for processes whose clocks differ. A store with a clock of its own remembers it
         * for {@link #RETENTION} instead.
         *
         * @return the end of the delivery's life
         */
        public Instant expiresAt() {
            return expiresAt;
        }

        /**
         * The verified event.
         *
         * @return the event
         */
        public WebhookEvent event() {
            return event;
        }

        /**
         * Names the digest, which tells nothing of what was signed.
         *
         * @return a text for logs
         */
        @Override
        public String toString() {
            return "Ticket[" + digest + "]";
        }
    }

    /**
     * The result of a claim: its state and, if it was granted, the token of its holder.
     *
     * <p>Immutable and safe for use by any number of threads.
     */
    final class Claim {
        private static final Claim IN_PROGRESS = new Claim(State.IN_PROGRESS, null);
        private static final Claim ALREADY_HANDLED = new Claim(State.ALREADY_HANDLED, null);

        private final State state;
        private final @Nullable String token;

        private Claim(State state, @Nullable String token) {
            this.state = state;
            this.token = token;
        }

        /** What a claim of a delivery can result in. */
        public enum State {
            /** The delivery is the claimer's until it is released or its lease ends. */
            GRANTED,
            /** Another claim holds the delivery: it is being handled right now. */
            IN_PROGRESS,
            /** The merchant's code has handled the delivery before. */
            ALREADY_HANDLED
        }

        /**
         * A claim that was granted: the delivery is the claimer's until the lease ends.
         *
         * @param token proves the claim when it is confirmed or released; no two claims of a delivery share one
         * @return the claim
         */
        public static Claim granted(String token) {
            return new Claim(State.GRANTED, Objects.requireNonNull(token, "token"));
        }

        /**
         * A claim of a delivery that is being handled right now.
         *
         * @return the claim
         */
        public static Claim inProgress() {
            return IN_PROGRESS;
        }

        /**
         * A claim of a delivery that was handled before.
         *
         * @return the claim
         */
        public static Claim alreadyHandled() {
            return ALREADY_HANDLED;
        }

        /**
         * The state of the delivery as this claim found it.
         *
         * @return the state
         */
        public State state() {
            return state;
        }

        /**
         * The token of a granted claim.
         *
         * @return the token, or empty if the claim was not granted
         */
        public Optional<String> token() {
            return Optional.ofNullable(token);
        }
    }
}
