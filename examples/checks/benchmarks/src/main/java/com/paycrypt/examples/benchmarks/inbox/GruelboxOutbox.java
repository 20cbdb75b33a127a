package com.paycrypt.examples.benchmarks.inbox;

import com.gruelbox.transactionoutbox.Dialect;
import com.gruelbox.transactionoutbox.Instantiator;
import com.gruelbox.transactionoutbox.Persistor;
import com.gruelbox.transactionoutbox.Submitter;
import com.gruelbox.transactionoutbox.ThreadLocalContextTransactionManager;
import com.gruelbox.transactionoutbox.TransactionManager;
import com.gruelbox.transactionoutbox.TransactionOutbox;
import com.gruelbox.transactionoutbox.TransactionOutboxEntry;
import com.gruelbox.transactionoutbox.TransactionOutboxListener;
import com.paycrypt.sdk.webhook.SignedWebhook;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** transaction-outbox as its guide has it: scheduled in a transaction, submitted after the commit, flushed in a loop. */
final class GruelboxOutbox implements Contestant {
    private static final int THREADS = 16;
    private static final int BATCH = 1000;

    private final Shop shop;
    private final ThreadLocalContextTransactionManager transactions;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private volatile boolean isClosed;

    GruelboxOutbox(Shop shop) {
        this.shop = shop;
        this.transactions = TransactionManager.fromDataSource(shop.pool);
    }

    private TransactionOutbox outbox(Executor executor) {
        return TransactionOutbox.builder()
                .transactionManager(transactions)
                .persistor(Persistor.forDialect(Dialect.POSTGRESQL_9))
                .instantiator(Instantiator.using(type -> new Shipping(this)))
                .submitter(Submitter.withExecutor(executor))
                .flushBatchSize(BATCH)
                .listener(new TransactionOutboxListener() {
                    @Override
                    public void success(TransactionOutboxEntry entry) {
                        shop.shipped((String) entry.getInvocation().getArgs()[0]);
                    }
                })
                .build();
    }

    @Override
    public void createTables() throws SQLException {
        shop.execute("DROP TABLE IF EXISTS txno_outbox");
        shop.execute("DROP TABLE IF EXISTS txno_version");
        outbox(threads).initialize();
    }

    @Override
    public void storeBacklog(int many) {
        TransactionOutbox storing = outbox(task -> {});
        for (int from = 1; from <= many; from += BATCH) {
            int first = from;
            transactions.inTransaction(() -> {
                for (int i = first; i < Math.min(many + 1, first + BATCH); i++) {
                    storing.schedule(Shipping.class).ship("O-" + i, text(Shop.body(i)));
                }
            });
        }
        try {
            shop.execute("UPDATE txno_outbox SET nextattempttime = now() - interval '1 hour'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] body) {
        return new String(body, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    public void startWorkers() {
        live = outbox(threads);
        Thread flusher = new Thread(() -> {
            while (!isClosed) {
                flush();
            }
        });
        flusher.setDaemon(true);
        flusher.start();
    }

    private TransactionOutbox live;

    /** Its guide's loop: flush until there is nothing more, then wait. */
    private void flush() {
        boolean more = live.flush();
        if (!more) {
            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000_000L);
        }
    }

    @Override
    public void deliver(int number) throws Exception {
        SignedWebhook delivery = shop.signed(number);
        String order = shop.verified(delivery);
        CompletableFuture<Void> done = shop.await(order);
        transactions.inTransaction(() -> live.schedule(Shipping.class).ship(order, text(delivery.body())));
        done.get();
    }

    void shipIn(String order) {
        transactions.requireTransaction(transaction -> {
            try {
                Shop.ship(transaction.connection(), order);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Override
    public void close() {
        isClosed = true;
        threads.shutdownNow();
    }

    /** The work that is scheduled. */
    public static class Shipping {
        private final GruelboxOutbox outbox;

        protected Shipping() {
            this(null);
        }

        Shipping(GruelboxOutbox outbox) {
            this.outbox = outbox;
        }

        /** Ships an order, in the transaction that completes its entry. */
        public void ship(String order, String body) {
            outbox.shipIn(order);
        }
    }
}
