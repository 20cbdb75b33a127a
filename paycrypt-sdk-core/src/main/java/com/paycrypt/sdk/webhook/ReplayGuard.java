package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.internal.webhook.MemoryClaims;
import com.paycrypt.sdk.internal.webhook.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets each delivery through once: a delivery is claimed before the handler sees it, confirmed when the handler has
 * returned, and released when it has failed.
 *
 * <p>It is keyed by what was signed, never by the event's id, which all events of a session share. It stops replays of
 * one delivery and does not replace the de-duplication of a business, since the sender may sign the same news again. Shops
 * therefore also update their order conditionally.
 *
 * <p>What an implementation guarantees: of any number of claims of one ticket at most one is granted until it is
 * released or its lease has ended; a confirmed ticket is never granted again until it expires; time is the store's own
 * clock; a guard that is full rejects new deliveries rather than forget known ones. Implementations are safe for use by any number of threads and
 * may block. A method that cannot reach its store throws: the response is then 503.
 */
public interface ReplayGuard {
    /** How long a claim lasts without being confirmed or released; after that its holder counts as dead. */
    Duration LEASE = MemoryClaims.LEASE;

    /**
     * How long a delivery must be remembered from its claim on, where the store counts by a clock of its own: a
     * signature that was accepted with a time 300 s ahead is accepted for 600 s, and a minute more is for processes
     * whose clocks differ. It only requires that the store's clock moves on.
     */
    Duration RETENTION = MemoryClaims.RETENTION;

    /**
     * Creates a guard in the memory of this process, for shops of one process: its knowledge ends with the process. It keeps
     * up to 100,000 deliveries for eleven minutes each, which is 150 a second, and has no thread of its own.
     *
     * @return a new guard
     */
    static ReplayGuard inMemory() {
        return inMemory(100_000);
    }

    /**
     * Creates a guard in the memory of this process with a capacity of its own. Its time is monotonic: a change of the system
     * clock lets nothing through again.
     *
     * @param capacity how many deliveries it keeps at most, at least 1; at some 250 bytes each
     * @return a new guard
     * @throws IllegalArgumentException if the capacity is less than 1
     */
    static ReplayGuard inMemory(int capacity) {
        MemoryClaims<Claim> claims = new MemoryClaims<>(
                Claim::granted, Claim.inProgress(), Claim.alreadyHandled(), capacity, System::nanoTime);
        final class MemoryReplayGuard implements ReplayGuard {
            @Override
            public Claim claim(Ticket ticket) {
                return claims.claim(ticket.digest());
            }

            @Override
            public boolean confirm(Ticket ticket, String token) {
                return claims.confirm(ticket.digest(), token);
            }

            @Override
            public boolean release(Ticket ticket, String token, Throwable cause) {
                return claims.release(ticket.digest(), token);
            }
        }
        return new MemoryReplayGuard();
    }

    /**
     * Claims a delivery for handling.
     *
     * @param ticket the delivery
     * @return whether the handler may be called
     * @throws RuntimeException if the store cannot be reached or is full; nothing is claimed then, or the claim lapses
     */
    Claim claim(Ticket ticket);

    /**
     * Stores a delivery for the guard's own workers, without a claim: for receivers that answer first. Only called if
     * {@link #storesDeliveries()}.
     *
     * @param ticket the delivery
     * @return {@link Claim#stored()} if the delivery is stored now or was before and will be handled;
     *     {@link Claim#alreadyHandled()} if it was handled before
     * @throws RuntimeException if the delivery is not stored
     * @throws UnsupportedOperationException if the guard does not store deliveries
     */
    default Claim store(Ticket ticket) {
        throw new UnsupportedOperationException(
                "this replay guard does not store deliveries, which a receiver that answers first needs: use a WebhookInbox");
    }

    /**
     * Records that the handler returned: the delivery is never granted again.
     *
     * @param ticket the delivery
     * @param token the token of the claim that was granted
     * @return true if this token still held the claim, or had confirmed it before; false if another claim holds it now
     * @throws RuntimeException if the store cannot be reached
     */
    boolean confirm(Ticket ticket, String token);

    /**
     * Records that the handler failed: the delivery may be claimed again.
     *
     * @param ticket the delivery
     * @param token the token of the claim that was granted
     * @param cause what went wrong
     * @return true if this token still held the claim
     * @throws RuntimeException if the store cannot be reached
     */
    boolean release(Ticket ticket, String token, Throwable cause);

    /**
     * Whether a granted claim means that the delivery is stored and will be handled even if the handler fails now. The
     * response to such a delivery is 200 whatever becomes of the handler.
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
         * Returns what the delivery is known by: the SHA-256 of its timestamp and signature. The key is not part of it,
         * since the signature does not cover the key's header.
         *
         * @return 64 lower-case hexadecimal digits
         */
        public String digest() {
            return digest;
        }

        /**
         * Returns until when the delivery must be remembered by the clock that verified it: as long as its signature is
         * accepted, and a minute more for processes whose clocks differ. A store with a clock of its own remembers it
         * for {@link #RETENTION} instead.
         *
         * @return the end of the delivery's life
         */
        public Instant expiresAt() {
            return expiresAt;
        }

        /**
         * Returns the verified event.
         *
         * @return the event
         */
        public WebhookEvent event() {
            return event;
        }

        /**
         * Names the digest, which reveals nothing of what was signed.
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
        private static final Claim STORED = new Claim(State.STORED, null);
        private static final Claim ALREADY_HANDLED = new Claim(State.ALREADY_HANDLED, null);

        private final State state;
        private final @Nullable String token;

        private Claim(State state, @Nullable String token) {
            this.state = state;
            this.token = token;
        }

        /** What a claim of a delivery can result in. */
        public enum State {
            /** The handler may be called; the claim lasts until it is released or its lease ends. */
            GRANTED,
            /** Another claim holds the delivery: it is being handled right now. */
            IN_PROGRESS,
            /** The delivery is stored and will be handled later by the guard's own workers. */
            STORED,
            /** The delivery was handled before. */
            ALREADY_HANDLED
        }

        /**
         * Returns a claim that was granted and lasts until its lease ends.
         *
         * @param token proves the claim when it is confirmed or released; no two claims of a delivery share one
         * @return the claim
         */
        public static Claim granted(String token) {
            return new Claim(State.GRANTED, Objects.requireNonNull(token, "token"));
        }

        /**
         * Returns a claim of a delivery that is being handled right now.
         *
         * @return the claim
         */
        public static Claim inProgress() {
            return IN_PROGRESS;
        }

        /**
         * Returns a claim of a delivery that the guard has stored and that its workers handle later: the sender is answered
         * 200, and the handler is not called now.
         *
         * @return the claim
         */
        public static Claim stored() {
            return STORED;
        }

        /**
         * Returns a claim of a delivery that was handled before.
         *
         * @return the claim
         */
        public static Claim alreadyHandled() {
            return ALREADY_HANDLED;
        }

        /**
         * Returns the state of the delivery as this claim found it.
         *
         * @return the state
         */
        public State state() {
            return state;
        }

        /**
         * Returns the token of a granted claim.
         *
         * @return the token, or empty if the claim was not granted
         */
        public Optional<String> token() {
            return Optional.ofNullable(token);
        }
    }
}
