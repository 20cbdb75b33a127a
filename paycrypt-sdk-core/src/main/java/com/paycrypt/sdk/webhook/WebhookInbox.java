package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.internal.inbox.InboxTable;
import com.paycrypt.sdk.internal.inbox.NewDelivery;
import com.paycrypt.sdk.internal.inbox.StoredDelivery;
import com.paycrypt.sdk.internal.text.LogSafe;
import com.paycrypt.sdk.internal.webhook.DeliveryLog;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * A replay guard on the shop's own database that stores each verified delivery before it is answered, because PayCrypt
 * delivers once: what a handler failed on, or a process died over, is handled again by {@link #processDue}.
 *
 * <pre>{@code
 * WebhookInbox inbox = WebhookInbox.jdbc(dataSource).createTable();
 * WebhookHandler handler = inbox.inTransaction((event, connection) -> markPaid(event, connection));
 * WebhookReceiver receiver = WebhookReceiver.builder(credentials).replayGuard(inbox).handler(handler).build();
 *
 * scheduler.scheduleWithFixedDelay(() -> inbox.processDue(handler), 10, 10, TimeUnit.SECONDS);
 * }</pre>
 *
 * <p>A stored delivery is handled at least once; with {@link #inTransaction} its effect on this database is there
 * exactly once, whatever dies in between. After a failure it is tried again after 30 s, then after twice as long each
 * time up to an hour, 20 times in all, attempts that end with their process included; then it is stuck and waits for a
 * person. {@link #pending} lists what waits.
 *
 * <p>What is stored is believed: it is not verified again, since the secret that signed it may be gone by then. Whoever
 * can write to the table can forge payments, so let the shop alone write to it, as to its orders.
 *
 * <p>Works on PostgreSQL, MariaDB from 10.6 on and H2; of H2 in the shop's own process with {@code WRITE_DELAY=0} in its
 * URL, since a commit is on its disk only half a second later otherwise. Time is the database's clock. Any number of processes may share
 * the table. Safe for use by any number of threads; holds no thread and no connection of its own. Methods block on the
 * database, and throw {@link IllegalStateException} with the cause where it fails; only {@link #processDue} and
 * {@link #deleteHandled} do not, since an exception would end a scheduler's task for good: they tell the log at ERROR,
 * and the next call tries again.
 */
public final class WebhookInbox implements ReplayGuard {
    private static final int BATCH = 100;
    private static final int MAX_LISTED = 1000;

    private final InboxTable table;

    private WebhookInbox(InboxTable table) {
        this.table = table;
    }

    /**
     * An inbox in the table {@code paycrypt_webhook_inbox} of a database.
     *
     * @param dataSource hands out connections to the shop's database; a pool, and not a proxy that hands out the
     *     connection of the caller's own transaction, which the inbox would commit. Outside of {@link #inTransaction} no
     *     more than one is held at a time, and none while the merchant's code runs
     * @return the inbox
     */
    public static WebhookInbox jdbc(DataSource dataSource) {
        return new WebhookInbox(new InboxTable(Objects.requireNonNull(dataSource, "dataSource"), LEASE, RETENTION));
    }

    /**
     * Creates the table and its indexes where they are not there yet. Shops that keep their schema by migrations take the
     * statements from the guide instead.
     *
     * @return this inbox
     */
    public WebhookInbox createTable() {
        return call(() -> {
            table.create();
            return this;
        });
    }

    /**
     * A handler whose writes become true together with the record that the delivery is done. Give it to the receiver
     * and to {@link #processDue} alike.
     *
     * @param work the merchant's code, which writes with the connection it is given
     * @return the handler
     */
    public WebhookHandler inTransaction(WebhookTransaction work) {
        Objects.requireNonNull(work, "work");
        return event -> table.inTransaction(event.digest(), connection -> work.handle(event, connection));
    }

    /**
     * Handles what is due: what failed, and what was being handled when its process died, once the lease of that is
     * over. To be called every few seconds by the shop's scheduler, in every process if it likes.
     *
     * <p>A handler that is interrupted ends the run; the interrupt stays set.
     *
     * @param handler the merchant's code
     * @return how many deliveries it took, up to where the database failed if it did
     */
    public int processDue(WebhookHandler handler) {
        return processDue(handler, List.of());
    }

    /**
     * Does the same with a listener, whose observers are called as they are for a receiver's deliveries.
     *
     * @param handler the merchant's code
     * @param listener creates an observer for each delivery that is processed
     * @return how many deliveries it took, up to where the database failed if it did
     */
    public int processDue(WebhookHandler handler, WebhookListener listener) {
        return processDue(handler, List.of(listener));
    }

    private int processDue(WebhookHandler handler, List<WebhookListener> listeners) {
        Objects.requireNonNull(handler, "handler");
        return new Redelivery(table, listeners).run(handler, BATCH);
    }

    /**
     * What is stored, not handled, and not being handled right now: what waits for its next attempt, and what is stuck.
     *
     * @return up to 1000 deliveries, oldest first
     */
    public List<PendingDelivery> pending() {
        return call(() ->
                table.unhandled(MAX_LISTED).stream().map(PendingDelivery::new).toList());
    }

    /**
     * Has an unhandled delivery, stuck or not, tried again by the next {@link #processDue}.
     *
     * @param digest the delivery
     * @return false if it is handled, being handled or unknown
     */
    public boolean retry(String digest) {
        return call(() -> table.makeDue(Objects.requireNonNull(digest, "digest")));
    }

    /**
     * Closes an unhandled delivery that somebody dealt with by hand; it is never handled again.
     *
     * @param digest the delivery
     * @return false if it is handled, being handled or unknown
     */
    public boolean discard(String digest) {
        return call(() -> table.close(Objects.requireNonNull(digest, "digest")));
    }

    /**
     * Deletes what was handled some time ago: bodies name customers. What a copy could still be accepted of stays.
     *
     * <p>To be called every hour or so. No delivery waits for it, nor it for one that is being handled. An interrupt ends
     * it early and stays set.
     *
     * @param age how long ago at least
     * @return how many deliveries went; 0 where the database failed, which the log tells of
     */
    public int deleteHandled(Duration age) {
        long millis = age.toMillis();
        try {
            return table.deleteDone(millis);
        } catch (Throwable e) {
            DeliveryLog.inboxFailed(e);
            return 0;
        }
    }

    @Override
    public Claim claim(Ticket ticket) {
        String token = UUID.randomUUID().toString();
        return call(() -> switch (table.standing(ticket.digest())) {
            case DONE -> Claim.alreadyHandled();
            case HELD -> Claim.inProgress();
            case FREE -> table.take(ticket.digest(), token) ? Claim.granted(token) : Claim.inProgress();
            case ABSENT -> table.store(stored(ticket), token) ? Claim.granted(token) : Claim.inProgress();
        });
    }

    @Override
    public boolean confirm(Ticket ticket, String token) {
        return call(() -> table.finish(ticket.digest(), token));
    }

    @Override
    public boolean release(Ticket ticket, String token, Throwable cause) {
        return call(() -> table.fail(ticket.digest(), token, LogSafe.of(cause)));
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

    /** The columns for people are bounded ASCII: some databases refuse what a sender can write. */
    private static NewDelivery stored(Ticket ticket) {
        Payment payment = ticket.event().payment();
        return new NewDelivery(
                ticket.digest(),
                LogSafe.of(ticket.event().type()),
                LogSafe.of(payment.orderId().orElse("")),
                LogSafe.of(payment.sessionId().orElse("")),
                ticket.event().rawBody());
    }

    private static <T> T call(SqlCall<T> call) {
        try {
            return call.run();
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the webhook inbox failed on its database: if the table is missing, call createTable()"
                            + " or run the statements of the guide",
                    e);
        }
    }

    /** Something the database may fail on. */
    private interface SqlCall<T> {
        T run() throws SQLException;
    }

    /**
     * A delivery that waits in the inbox.
     *
     * <p>Immutable and safe for use by any number of threads.
     */
    public static final class PendingDelivery {
        private final StoredDelivery row;

        private PendingDelivery(StoredDelivery row) {
            this.row = row;
        }

        /**
         * What the delivery is known by, for {@link WebhookInbox#retry} and {@link WebhookInbox#discard}.
         *
         * @return 64 lower-case hexadecimal digits
         */
        public String digest() {
            return row.digest();
        }

        /**
         * The event.
         *
         * @return the event that was verified before it was stored
         * @throws IllegalStateException if somebody changed the stored body, so that it is no event any more
         */
        public WebhookEvent event() {
            return Redelivery.event(row);
        }

        /**
         * How often the merchant's code had it; copies that came in meanwhile are not counted.
         *
         * @return the number of attempts, at least 1
         */
        public int attempts() {
            return row.attempts();
        }

        /**
         * When it was stored, by the database's clock.
         *
         * @return the time
         */
        public Instant receivedAt() {
            return Instant.ofEpochMilli(row.receivedAt());
        }

        /**
         * When it is due for its next attempt, by the database's clock.
         *
         * @return the time, or empty where it is stuck and waits for a person
         */
        public Optional<Instant> nextAttempt() {
            return row.isStuck() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(row.dueAt()));
        }

        /**
         * What went wrong last.
         *
         * @return the exception's class and message, or empty where its process died
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
