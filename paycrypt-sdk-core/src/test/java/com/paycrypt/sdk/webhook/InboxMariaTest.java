package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InboxMariaTest extends InboxContract {
    private MariaDatabase database;

    @BeforeAll
    void startTheServer() throws Exception {
        database = new MariaDatabase();
    }

    @AfterAll
    void stopTheServer() throws Exception {
        if (database != null) {
            database.remove();
        }
    }

    @Override
    Database database() {
        return database;
    }

    /** Those that wait for the same key deadlock once it is free: the database undoes all but one of them. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void copiesThatWaitForAnInsertThatIsRolledBackAreAnswered() throws Exception {
        SignedWebhook delivery = delivery("O-1");
        open(delivery);
        String digest = digest();
        database.execute("DELETE FROM paycrypt_webhook_inbox");
        List<Future<Integer>> answers = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Connection dying = database.dataSource().getConnection()) {
            dying.setAutoCommit(false);
            insert(dying, digest);
            for (int i = 0; i < 4; i++) {
                answers.add(threads.submit(() -> receive(recording(), delivery)));
            }
            while (count("SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE 'INSERT%'") < 4) {
                Thread.onSpinWait();
            }
            dying.rollback();
        } finally {
            threads.shutdown();
        }
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isIn(200, 409);
        }
        assertThat(handled).containsExactly("O-1");
    }
}
