package com.paycrypt.examples.proofs;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.internal.inbox.InboxRuntime;
import com.paycrypt.sdk.webhook.InboxOn;
import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookHandler;
import com.paycrypt.sdk.webhook.WebhookInbox;
import com.paycrypt.sdk.webhook.WebhookListener;
import com.paycrypt.sdk.webhook.WebhookObserver;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import com.paycrypt.sdk.webhook.WebhookVerifier;
import com.paycrypt.sdk.webhook.WebhookWorkers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/** A process of the shop: the real receiver, inbox and workers, on the simulated table, clock and threads. */
final class Machine implements Scheduler.Owner {
    static final Credentials CREDENTIALS = Credentials.of("pk_1", "sk_1");
    /** The steps during which a process holds the lock of its claims, for which its other threads would wait. */
    static final String CLAIM = "claim ";

    private static final String NEXT = "next";

    private final History history;
    private final String name;
    private final WebhookInbox inbox;
    private final WebhookHandler handler;
    private final WebhookReceiver receiver;
    private final List<Transaction> transactions = new ArrayList<>();
    private WebhookWorkers workers;
    private boolean isDying;
    private boolean isDead;
    private boolean isClosed;
    private long pausedUntil;
    private int tokens;

    Machine(History history, String name) {
        this.history = history;
        this.name = name;
        InboxRuntime runtime = new InboxRuntime(
                () -> history.now() * 1_000_000, this::tick, () -> name + "-" + ++tokens, this::execute);
        this.inbox = InboxOn.of(new TableView(history.table(), this), runtime);
        this.handler = new Shop(this, inbox).handler();
        this.receiver = WebhookReceiver.builder(WebhookVerifier.builder(CREDENTIALS)
                        .clock(history.clock())
                        .build())
                .replayGuard(inbox)
                .handler(handler)
                .build();
    }

    History history() {
        return history;
    }

    void startWorkers() {
        if (history.plan().workers > 0) {
            workers = inbox.workers(handler)
                    .count(history.plan().workers)
                    .closeTimeout(Duration.ZERO)
                    .listener(beforeNext())
                    .start();
        }
    }

    private void tick(BooleanSupplier task) {
        start("ticker", () -> true, () -> {
            while (task.getAsBoolean()) {
                long next = history.now() + 1000;
                pause("tick", () -> history.now() >= next);
            }
        });
    }

    private void execute(Runnable task) {
        start("worker", () -> !isClaiming(), task);
    }

    /** Does all that is due, as a scheduler of the shop's has it done. */
    void process() {
        start("process", () -> !isClaiming(), () -> inbox.processDue(handler, beforeNext()));
    }

    void receive(SignedWebhook delivery) {
        start(
                "receive",
                () -> true,
                () -> answered(
                        delivery,
                        receiver.receive("POST", delivery.headers()::get, delivery.body())
                                .status()));
    }

    /** What a dead process answers reaches nobody. */
    private void answered(SignedWebhook delivery, int status) {
        if (!isDead) {
            history.answered(delivery, status);
        }
    }

    void deleteHandled() {
        start("delete", () -> true, () -> inbox.deleteHandled(Duration.ZERO));
    }

    void retry(String digest) {
        start("retry", () -> true, () -> {
            try {
                inbox.retry(digest);
            } catch (IllegalStateException databaseFailed) {
                // A person tries again another time.
            }
        });
    }

    void close() {
        isClosed = true;
        start("close", () -> !isClaiming(), () -> {
            if (workers != null) {
                workers.close();
            }
        });
    }

    private void start(String task, BooleanSupplier ready, Runnable body) {
        if (!isDead) {
            history.scheduler().start(this, task, () -> !isPaused() && ready.getAsBoolean(), body);
        }
    }

    /** A thread that would wait for the lock of the claims is not run: it would stop the one that runs the simulation. */
    private boolean isClaiming() {
        return history.scheduler()
                .any(fiber -> fiber.owner == this && fiber.step().startsWith(CLAIM));
    }

    private WebhookListener beforeNext() {
        return () -> new WebhookObserver() {
            @Override
            public void handled(WebhookEvent event) {
                pause(NEXT, () -> !isClaiming());
            }

            @Override
            public void failed(WebhookEvent event, Throwable cause) {
                pause(NEXT, () -> !isClaiming());
            }
        };
    }

    void pause(String step, BooleanSupplier ready) {
        history.scheduler().pause(step, () -> !isPaused() && ready.getAsBoolean());
    }

    <T> T step(String what, Callable<T> statement) throws SQLException {
        return step(what, () -> true, statement);
    }

    /** One statement: it may get lost, its reply may get lost, and the process may die before and after. */
    <T> T step(String what, BooleanSupplier ready, Callable<T> statement) throws SQLException {
        pause(what, ready);
        if (history.faultHappens()) {
            throw new ConnectionLost(what);
        }
        T result = run(statement);
        if (history.faultHappens()) {
            history.trace("reply lost: " + what);
            throw new ConnectionLost("reply to " + what);
        }
        if (history.faultHappens()) {
            die();
            pause(what + " is its last step", () -> false);
        }
        if (history.plan().oneIn(4)) {
            pause(what + " done", () -> true);
        }
        return result;
    }

    private static <T> T run(Callable<T> statement) {
        try {
            return statement.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Runs work in a transaction that is committed if the work returns. */
    void transaction(TransactionBody body) throws Exception {
        Transaction transaction = new Transaction();
        transactions.add(transaction);
        try {
            body.run(transaction);
            step("commit", () -> {
                transaction.commit();
                return null;
            });
        } catch (Exception e) {
            transaction.rollBack();
            throw e;
        } finally {
            if (!isDead) {
                transactions.remove(transaction);
            }
        }
    }

    void die() {
        history.trace(name + " dies");
        isDying = true;
        long noticed = history.now() + history.plan().random.nextInt(20_000);
        transactions.forEach(transaction -> transaction.abandon(noticed));
    }

    /** Ends its threads: first the one that holds the lock of the claims, for which the others would wait. */
    void bury() {
        isDead = true;
        history.scheduler().end(fiber -> fiber.owner == this && fiber.step().startsWith(CLAIM));
        history.scheduler().end(fiber -> fiber.owner == this);
    }

    boolean isDying() {
        return isDying;
    }

    void pauseFor(long millis) {
        pausedUntil = history.now() + millis;
    }

    void goOn() {
        pausedUntil = 0;
    }

    boolean isPaused() {
        return history.now() < pausedUntil;
    }

    boolean accepts() {
        return !isDying && !isClosed;
    }

    boolean isClosed() {
        return isClosed;
    }

    @Override
    public boolean isDead() {
        return isDead;
    }

    @Override
    public String toString() {
        return name;
    }

    /** What is done in a transaction. */
    @FunctionalInterface
    interface TransactionBody {
        void run(Transaction transaction) throws Exception;
    }
}
