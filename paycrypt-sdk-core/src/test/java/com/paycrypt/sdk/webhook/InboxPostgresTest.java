package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.internal.inbox.InboxTable;
import com.paycrypt.sdk.internal.inbox.NewDelivery;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InboxPostgresTest extends InboxContract {
    private PostgresDatabase database;

    @BeforeAll
    void startTheServer() throws Exception {
        database = new PostgresDatabase();
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

    /** It found nothing stored yet, and stores while the first one's handler holds the row in its transaction. */
    @Test
    @Timeout(value = PATIENCE_SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aCopyThatIsStoredInTheSameMomentDoesNotWaitForTheHandler() {
        InboxTable table = new InboxTable(database.dataSource(), ReplayGuard.LEASE, ReplayGuard.RETENTION);
        List<Boolean> stored = new ArrayList<>();

        receive(
                inbox().inTransaction((event, connection) -> stored.add(table.store(
                        new NewDelivery(event.digest(), "t", "O-1", "ps_1", event.rawBody()), "another token"))),
                delivery("O-1"));

        assertThat(stored).containsExactly(false);
    }
}
