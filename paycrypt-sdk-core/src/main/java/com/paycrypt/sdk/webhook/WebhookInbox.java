package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.internal.inbox.InboxCounts;
import com.paycrypt.sdk.internal.inbox.InboxRuntime;
import com.paycrypt.sdk.internal.inbox.InboxStore;
import com.paycrypt.sdk.internal.inbox.SqlCall;
import com.paycrypt.sdk.internal.inbox.StoredDelivery;
import com.paycrypt.sdk.internal.inbox.jdbc.JdbcInboxStore;
import com.paycrypt.sdk.internal.text.LogSafe;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * A replay guard on the shop's own database that stores each verified delivery before it is acknowledged, because PayCrypt
 * delivers once: what a handler failed on, or a process died over, is processed again by workers.
 *
 * <pre>{@code
 * WebhookInbox inbox = WebhookInbox.jdbc(dataSource).createTable();
 * WebhookHandler handler = inbox.inTransaction((event, connection) -> markPaid(event, connection));
 * WebhookReceiver receiver = WebhookReceiver.builder(credentials).replayGuard(inbox).handler(handler).build();
 * WebhookWorkers workers = inbox.start(handler);
 * }</pre>
 *
 * <p>A stored delivery is handled at least once; with {@link #inTransaction inTransaction}, or with {@link #complete complete} in a transaction of
 * the shop's, its effect on this database is there exactly once, whatever dies in between. After a failure it is tried again
 * after 30 s, then after twice as long each time up to an hour, 20 times in all, attempts that end with their process
 * included; then it is exhausted, until {@link #retry retry} or {@link #discard discard} is called. {@link #pending pending} lists what is not
 * handled, {@link #stats stats} counts it.
 *
 * <p>A delivery is leased for 60 s to the process that handles it. The lease is renewed while the handler runs, and a handler
 * that outlives it is named in the log at WARN, then and each minute; if the process dies, another takes over after the
 * lease. Where workers run, deliveries of one payment session are handled one after another, oldest first: one that comes in
 * while an earlier one is pending is stored, acknowledged and left to the workers.
 *
 * <p>A stored delivery is not verified again, since the secret that signed it may be gone by then. Anyone who can write to
 * the table can forge payments: give write access to the shop alone, as to its orders.
 *
 * <p>Works on PostgreSQL, MariaDB from 10.6 on and H2, and is meant to work on MySQL from 8.0.19 on, where it is not tested;
 * of H2 in the shop's own process with {@code WRITE_DELAY=0} in its URL, since a commit reaches its disk only half a second
 * later otherwise. Time is the database's clock. Any number of processes may share the table. Safe for use by any number of
 * threads; one daemon thread of its own renews leases while deliveries are handled. Methods block on the database, and throw
 * {@link IllegalStateException} with the cause if it fails; only {@link #processDue processDue} and {@link #deleteHandled deleteHandled} do not, since
 * an exception would end a scheduler's task for good: they log at ERROR, and the next call tries again.
 */
public final class WebhookInbox implements ReplayGuard {
    private static final int MAX_LISTED = 1000;
    private static final String DEFAULT_NAME = "default";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final InboxStore store;
    private final InboxEngine engine;

    WebhookInbox(InboxStore store, InboxRuntime runtime) {
        this.store = store;
        this.engine = new InboxEngine(store, runtime);
    }

    /**
     * Creates an inbox in the table {@code paycrypt_webhook_inbox} of a database, under the name {@code default}.
     *
     * @param dataSource the shop's database; a pool, and not a proxy that returns the connection of the caller's own
     *     transaction, which the inbox would commit. Outside of {@link #inTransaction inTransaction} each thread borrows one connection at a
     *     time, and none while the handler runs
     * @return the inbox
     */
    public static WebhookInbox jdbc(DataSource dataSource) {
        return jdbc(dataSource, DEFAULT_NAME);
    }

    /**
     * Creates an inbox with a name of its own: several merchants share one table, and each inbox sees its own rows alone.
     *
     * @param dataSource the database, as above
     * @param name the name, stored with each row: 1 to 64 ASCII letters, digits, dots, hyphens and underscores
     * @return the inbox
     * @throws IllegalArgumentException if the name is not of this form
     */
    public static WebhookInbox jdbc(DataSource dataSource, String name) {
        Objects.requireNonNull(dataSource, "dataSource");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "the name of an inbox must be 1 to 64 ASCII letters, digits, dots, hyphens"
                            + " and underscores, not \"" + LogSafe.of(name) + '"');
        }
        return new WebhookInbox(new JdbcInboxStore(dataSource, name, LEASE, RETENTION), InboxRuntime.real());
    }

    /**
     * Creates the table and its indexes if they are missing; if they are there, it only reads and needs no right to create.
     * The same statements are in the jar as {@code db/paycrypt/<database>/V1__webhook_inbox.sql}, for Flyway and Liquibase.
     *
     * @return this inbox
     */
    public WebhookInbox createTable() {
        return call(() -> {
            store.createTable();
            return this;
        });
    }

    /**
     * Returns a handler whose writes are committed together with the record that the delivery is handled. Give it to the
     * receiver and to {@link #start start} alike. After a serialization failure it is run again at once, up to four times.
     *
     * @param work the handler, which writes with the connection it is given
     * @return the handler to give to the receiver and the workers
     */
    public WebhookHandler inTransaction(Transaction work) {
        Objects.requireNonNull(work, "work");
        return engine.inTransaction(event -> connection -> work.handle(event, connection));
    }

    /**
     * Records a delivery as handled in a transaction that the shop owns, so that the record is committed with the shop's
     * writes. To be called by a handler, best before its own writes: of two that handle the same delivery, the second then
     * waits for the first.
     *
     * <pre>{@code
     * connection.setAutoCommit(false);
     * inbox.complete(event, connection);
     * markPaid(event, connection);
     * connection.commit();
     * }</pre>
     *
     * <p>The handler must commit before it returns, or throw. If it returns and the transaction is not committed, the delivery
     * counts as failed and is processed again.
     *
     * @param event the event that is being handled
     * @param connection a connection to the inbox's database with auto-commit off; the caller commits or rolls back
     * @throws SQLException if the database fails; roll back
     * @throws IllegalStateException if the delivery is handled already, is not in this inbox, or if auto-commit is on; roll back
     */
    public void complete(WebhookEvent event, Connection connection) throws SQLException {
        engine.complete(event, connection);
    }

    /**
     * Starts eight workers that handle what is due until they are closed.
     *
     * @param handler the handler
     * @return the workers, to be closed when the application stops
     */
    public WebhookWorkers start(WebhookHandler handler) {
        return workers(handler).start();
    }

    /**
     * Configures workers.
     *
     * @param handler the handler
     * @return a builder with the number of workers, a listener and a time limit of the close
     */
    public WebhookWorkers.Builder workers(WebhookHandler handler) {
        Objects.requireNonNull(handler, "handler");
        return new WebhookWorkers.Builder(settings -> engine.start(handler, settings));
    }

    /**
     * Handles everything that is due, one delivery after another on the calling thread, for shops that have a scheduler of
     * their own: to be called every few seconds, in any number of processes.
     *
     * <p>An interrupt ends it early and stays set.
     *
     * @param handler the handler
     * @return the number of deliveries that were handled, up to the point at which the database failed if it did
     */
    public int processDue(WebhookHandler handler) {
        return engine.processDue(Objects.requireNonNull(handler, "handler"), List.of());
    }

    /**
     * Handles everything that is due, observed by a listener, whose observers are called as they are for a receiver's
     * deliveries.
     *
     * @param handler the handler
     * @param listener creates an observer for each delivery that is processed
     * @return the number of deliveries that were handled, as above
     */
    public int processDue(WebhookHandler handler, WebhookListener listener) {
        return engine.processDue(Objects.requireNonNull(handler, "handler"), List.of(listener));
    }

    /**
     * Lists what is stored, not handled, and not in progress: deliveries that are due for their next attempt at some time,
     * and exhausted ones.
     *
     * @return up to 1000 deliveries, oldest first
     */
    public List<PendingDelivery> pending() {
        return call(() ->
                store.pending(MAX_LISTED).stream().map(PendingDelivery::new).toList());
    }

    /**
     * Counts what is not handled, by one query that costs the same however much is handled.
     *
     * @return the counts
     */
    public Stats stats() {
        return call(() -> Stats.of(store.counts()));
    }

    /**
     * Makes a delivery due at once, exhausted or not.
     *
     * @param digest the delivery
     * @return false if it is handled, in progress or unknown
     */
    public boolean retry(String digest) {
        Objects.requireNonNull(digest, "digest");
        boolean due = call(() -> store.retry(digest));
        engine.wake();
        return due;
    }

    /**
     * Closes a delivery that was dealt with by hand; it is never handled again.
     *
     * @param digest the delivery
     * @return false if it is handled, in progress or unknown
     */
    public boolean discard(String digest) {
        Objects.requireNonNull(digest, "digest");
        return call(() -> store.discard(digest));
    }

    /**
     * Deletes what was handled some time ago: bodies name customers. A delivery of which a copy could still be accepted stays.
     *
     * <p>To be called every hour or so. It deletes some hundred rows with each statement and delays no delivery. An interrupt
     * ends it early and stays set.
     *
     * @param age the smallest age
     * @return the number of deleted deliveries; 0 if the database failed, which is logged at ERROR
     */
    public int deleteHandled(Duration age) {
        return engine.deleteHandled(age.toMillis());
    }

    @Override
    public Claim claim(Ticket ticket) {
        return call(() -> engine.claim(ticket));
    }

    /** Stores the delivery; the workers of any process handle it, those of this one at once. */
    @Override
    public Claim store(Ticket ticket) {
        return call(() -> engine.store(ticket));
    }

    @Override
    public boolean confirm(Ticket ticket, String token) {
        return call(() -> engine.confirm(ticket, token));
    }

    @Override
    public boolean release(Ticket ticket, String token, Throwable cause) {
        return call(() -> engine.release(ticket, token, cause));
    }

    /**
     * The inbox has stored whatever it grants.
     *
     * @return true
     */
    @Override
    public boolean storesDeliveries() {
        return true;
    }

    private static <T> T call(SqlCall<T> call) {
        return SqlCall.advising(call);
    }

    /**
     * A handler for verified events that writes to the database of the inbox: its writes and the record that the delivery is
     * handled are committed together, or neither is.
     */
    @FunctionalInterface
    public interface Transaction {
        /**
         * Handles an event. Called again after a serialization failure, with a new transaction.
         *
         * @param event the verified event
         * @param connection the transaction to write in; only the inbox commits, rolls back and closes it. What a handler
         *     commits itself stays even if it then fails and is called again. After a deadlock the handler must let the
         *     exception out, since the database may have rolled back everything before it
         * @throws Exception if the event could not be handled; nothing is written then
         */
        void handle(WebhookEvent event, Connection connection) throws Exception;
    }

    /**
     * What an inbox holds that is not handled.
     *
     * @param pending the number of deliveries that are not handled yet, those in progress included, exhausted ones not
     * @param exhausted the number of deliveries whose attempts are used up: each needs {@link WebhookInbox#retry WebhookInbox.retry} or
     *     {@link WebhookInbox#discard WebhookInbox.discard}
     * @param oldestPending the age of the oldest pending delivery by the database's clock, or empty if nothing is pending
     */
    public record Stats(long pending, long exhausted, Optional<Duration> oldestPending) {
        private static Stats of(InboxCounts counts) {
            return new Stats(
                    counts.pending(),
                    counts.exhausted(),
                    Optional.of(Duration.ofMillis(Math.max(0, counts.oldestPendingMillis())))
                            .filter(age -> counts.pending() > 0));
        }
    }

    /**
     * A delivery that is not handled.
     *
     * <p>Immutable and safe for use by any number of threads.
     */
    public static final class PendingDelivery {
        private final StoredDelivery row;

        private PendingDelivery(StoredDelivery row) {
            this.row = row;
        }

        /**
         * Returns the digest that identifies the delivery, for {@link WebhookInbox#retry WebhookInbox.retry} and {@link WebhookInbox#discard WebhookInbox.discard}.
         *
         * @return 64 lower-case hexadecimal digits
         */
        public String digest() {
            return row.digest();
        }

        /**
         * Returns the event.
         *
         * @return the event that was verified before it was stored
         * @throws IllegalStateException if the stored body was changed, so that it is no event any more
         */
        public WebhookEvent event() {
            return StoredEvents.toEvent(row);
        }

        /**
         * Returns the number of attempts begun. Copies that came in meanwhile are not counted.
         *
         * @return the number; 0 if the delivery waits for an earlier one of its session
         */
        public int attempts() {
            return row.attempts();
        }

        /**
         * Returns when it was stored, by the database's clock.
         *
         * @return the time
         */
        public Instant receivedAt() {
            return Instant.ofEpochMilli(row.receivedAt());
        }

        /**
         * Returns when it is due for its next attempt, by the database's clock.
         *
         * @return the time, or empty if it is exhausted
         */
        public Optional<Instant> nextAttempt() {
            return row.isExhausted() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(row.dueAt()));
        }

        /**
         * Returns the error of the last attempt.
         *
         * @return the exception's class and message, or empty if its process died or no attempt was made
         */
        public Optional<String> lastError() {
            return Optional.ofNullable(row.lastError());
        }

        /**
         * Names the digest and the attempts.
         *
         * @return a text for logs
         */
        @Override
        public String toString() {
            return "PendingDelivery[" + digest() + ", attempts=" + attempts() + "]";
        }
    }
}
