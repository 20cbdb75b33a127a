package com.paycrypt.sdk.webhook;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

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
}
