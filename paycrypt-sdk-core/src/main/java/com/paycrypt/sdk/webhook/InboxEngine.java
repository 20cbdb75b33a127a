package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.internal.inbox.Heartbeat;
import com.paycrypt.sdk.internal.inbox.InboxRuntime;
import com.paycrypt.sdk.internal.inbox.InboxStore;
import com.paycrypt.sdk.internal.inbox.InboxStore.InsertOutcome;
import com.paycrypt.sdk.internal.inbox.InboxStore.TransactionWork;
import com.paycrypt.sdk.internal.inbox.JoinedTransaction;
import com.paycrypt.sdk.internal.inbox.Leases;
import com.paycrypt.sdk.internal.inbox.Leases.Completion;
import com.paycrypt.sdk.internal.inbox.Leases.LeaseHolder;
import com.paycrypt.sdk.internal.inbox.NewDelivery;
import com.paycrypt.sdk.internal.inbox.WorkerPool;
import com.paycrypt.sdk.internal.text.LogSafe;
import com.paycrypt.sdk.internal.webhook.DeliveryLog;
import com.paycrypt.sdk.webhook.ReplayGuard.Claim;
import com.paycrypt.sdk.webhook.ReplayGuard.Ticket;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** The moving parts of an inbox: claims of received deliveries, the leases of this process, and its workers. */
final class InboxEngine {
    private final InboxStore store;
    private final InboxRuntime runtime;
    private final Leases leases;
    private final Heartbeat heartbeat;
    private final List<WorkerPool> workers = new CopyOnWriteArrayList<>();

    /** Whether a delivery was stored that waits for an earlier one of its session. */
    private volatile boolean hasSuccessors;

    InboxEngine(InboxStore store, InboxRuntime runtime) {
        this.store = store;
        this.runtime = runtime;
        this.leases = new Leases(store, ReplayGuard.LEASE, runtime.nanoTime());
        InboxReporter reporter = new InboxReporter(runtime.nanoTime());
        this.heartbeat =
                new Heartbeat(runtime.ticker(), () -> !leases.isEmpty(), leases::tick, reporter::databaseFailed);
    }

    Claim claim(Ticket ticket) throws SQLException {
        String token = runtime.tokens().get();
        NewDelivery row = StoredEvents.toRow(ticket);
        InsertOutcome outcome = workers.isEmpty() ? store.insert(row, token) : store.insertInOrder(row, token);
        return switch (outcome) {
            case LEASED -> granted(ticket, token);
            case ENQUEUED -> enqueued();
            case PRESENT -> claimStored(ticket, token);
        };
    }

    Claim store(Ticket ticket) throws SQLException {
        if (store.enqueue(StoredEvents.toRow(ticket)) == InsertOutcome.ENQUEUED) {
            wake();
            return Claim.stored();
        }
        return switch (store.state(ticket.digest())) {
            case HANDLED -> Claim.alreadyHandled();
            case IN_PROGRESS, PENDING -> Claim.stored();
            case ABSENT -> Claim.inProgress();
        };
    }

    private Claim claimStored(Ticket ticket, String token) throws SQLException {
        return switch (store.state(ticket.digest())) {
            case HANDLED -> Claim.alreadyHandled();
            case IN_PROGRESS, ABSENT -> Claim.inProgress();
            case PENDING -> store.lease(ticket.digest(), token) ? granted(ticket, token) : Claim.inProgress();
        };
    }

    private Claim granted(Ticket ticket, String token) {
        leases.begin(ticket.digest(), token, new TicketHolder(ticket));
        heartbeat.wake();
        return Claim.granted(token);
    }

    private Claim enqueued() {
        hasSuccessors = true;
        wake();
        return Claim.stored();
    }

    boolean confirm(Ticket ticket, String token) throws SQLException {
        Completion completion = leases.end(ticket.digest(), token);
        boolean confirmed = switch (completion) {
            case COMMITTED -> true;
            case JOINED -> confirmJoined(ticket.digest(), token);
            case NONE -> store.complete(ticket.digest(), token);
        };
        wakeSuccessors();
        return confirmed;
    }

    private boolean confirmJoined(String digest, String token) throws SQLException {
        Throwable failure = JoinedTransaction.failure(store, digest, token);
        if (failure != null) {
            boolean unused = store.fail(digest, token, LogSafe.of(failure));
            throw new IllegalStateException(failure);
        }
        return true;
    }

    boolean release(Ticket ticket, String token, Throwable cause) throws SQLException {
        Completion unused = leases.end(ticket.digest(), token);
        boolean released = store.fail(ticket.digest(), token, LogSafe.of(cause));
        wakeSuccessors();
        return released;
    }

    private void wakeSuccessors() {
        if (hasSuccessors) {
            hasSuccessors = false;
            wake();
        }
    }

    /** Something became due. */
    void wake() {
        workers.forEach(WorkerPool::wake);
    }

    WebhookHandler inTransaction(Function<WebhookEvent, TransactionWork> work) {
        return event -> {
            store.inTransaction(event.digest(), work.apply(event));
            leases.completed(event.digest(), Completion.COMMITTED);
        };
    }

    void complete(WebhookEvent event, Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException(
                    "complete needs a transaction: set auto-commit to false before your own writes");
        }
        if (!store.complete(event.digest(), connection)) {
            throw new IllegalStateException(
                    "the delivery is handled already, by another transaction: roll back, so that its effect is there once");
        }
        leases.completed(event.digest(), Completion.JOINED);
    }

    WebhookWorkers start(WebhookHandler handler, WebhookWorkers.Builder settings) {
        WorkerPool pool = pool(handler, settings.listeners(), settings.count());
        workers.add(pool);
        return WebhookWorkers.start(pool, heartbeat, () -> workers.remove(pool), settings.closeTimeout());
    }

    int processDue(WebhookHandler handler, List<WebhookListener> listeners) {
        WorkerPool pool = pool(handler, listeners, 1);
        Heartbeat.Task task = pool::giveBackStale;
        heartbeat.add(task);
        try {
            return pool.drain();
        } finally {
            heartbeat.remove(task);
        }
    }

    private WorkerPool pool(WebhookHandler handler, List<WebhookListener> listeners, int size) {
        InboxReporter reporter = new InboxReporter(runtime.nanoTime());
        return new WorkerPool(store, runtime, new InboxProcessor(store, leases, handler, listeners, reporter), size);
    }

    int deleteHandled(long millis) {
        try {
            return store.deleteHandled(millis);
        } catch (Throwable e) {
            DeliveryLog.inboxFailed(e);
            return 0;
        }
    }

    /**
     * Holds the lease of a received delivery as long as its outcome can still be reported, whatever thread does it: once the
     * ticket is unreachable, nothing can. After an hour it counts as forgotten in any case.
     */
    private static final class TicketHolder implements LeaseHolder {
        private static final Duration MAX_RUNNING = Duration.ofHours(1);

        private final WeakReference<Ticket> ticket;
        private final String thread = Thread.currentThread().getName();

        TicketHolder(Ticket ticket) {
            this.ticket = new WeakReference<>(ticket);
        }

        @Override
        public boolean isAlive(Duration running) {
            return running.compareTo(MAX_RUNNING) < 0 && ticket.get() != null;
        }

        @Override
        public void outlivedLease(Duration running) {
            Ticket held = ticket.get();
            if (held != null) {
                InboxReporter.outlivedLease(held.event(), running, thread);
            }
        }
    }
}
