package com.paycrypt.sdk.webhook;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The same on an H2 that the tests of a class share. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InboxH2Fixture extends InboxFixture {
    H2Database database;

    @BeforeAll
    void startTheServer() throws Exception {
        database = new H2Database();
    }

    @AfterAll
    void stopTheServer() throws Exception {
        if (database != null) {
            database.remove();
        }
    }

    @Override
    final Database database() {
        return database;
    }
}
