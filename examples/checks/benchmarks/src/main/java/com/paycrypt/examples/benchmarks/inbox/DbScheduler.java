package com.paycrypt.examples.benchmarks.inbox;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.paycrypt.sdk.webhook.SignedWebhook;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * db-scheduler as its guide has it for throughput: lock-and-fetch, more fetched than there are threads, immediate
 * execution. The effect and the task's end are two transactions, so a crash between them repeats the effect.
 */
final class DbScheduler implements Contestant {
    private static final int THREADS = 16;
    private static final int BATCH = 1000;

    private final Shop shop;
    private final OneTimeTask<String> task;
    private final Scheduler scheduler;

    DbScheduler(Shop shop) {
        this.shop = shop;
        this.task = Tasks.oneTime("ship", String.class).execute((instance, context) -> ship(instance.getId()));
        this.scheduler = Scheduler.create(shop.pool, task)
                .threads(THREADS)
                .pollingInterval(Duration.ofSeconds(1))
                .pollUsingLockAndFetch(0.5, 4.0)
                .enableImmediateExecution()
                .build();
    }

    private void ship(String order) {
        try (Connection connection = shop.pool.getConnection()) {
            Shop.ship(connection, order);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        shop.shipped(order);
    }

    @Override
    public void createTables() throws SQLException {
        shop.execute("DROP TABLE IF EXISTS scheduled_tasks");
        shop.execute(
                "CREATE TABLE scheduled_tasks (task_name TEXT NOT NULL, task_instance TEXT NOT NULL, task_data BYTEA,"
                        + " execution_time TIMESTAMPTZ NOT NULL, picked BOOLEAN NOT NULL, picked_by TEXT, last_success TIMESTAMPTZ,"
                        + " last_failure TIMESTAMPTZ, consecutive_failures INT, last_heartbeat TIMESTAMPTZ, version BIGINT NOT NULL,"
                        + " priority SMALLINT, PRIMARY KEY (task_name, task_instance))");
        shop.execute("CREATE INDEX execution_time_idx ON scheduled_tasks (execution_time)");
        shop.execute("CREATE INDEX last_heartbeat_idx ON scheduled_tasks (last_heartbeat)");
    }

    @Override
    public void storeBacklog(int many) {
        for (int from = 1; from <= many; from += BATCH) {
            scheduler.scheduleBatch(
                    IntStream.range(from, Math.min(many + 1, from + BATCH))
                            .mapToObj(i -> task.instance("O-" + i, text(Shop.body(i)))),
                    Instant.now());
        }
    }

    private static String text(byte[] body) {
        return new String(body, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    public void startWorkers() {
        scheduler.start();
    }

    @Override
    public void deliver(int number) throws Exception {
        SignedWebhook delivery = shop.signed(number);
        String order = shop.verified(delivery);
        CompletableFuture<Void> done = shop.await(order);
        scheduler.schedule(task.instance(order, text(delivery.body())), Instant.now());
        done.get();
    }

    @Override
    public void close() {
        scheduler.stop();
    }
}
