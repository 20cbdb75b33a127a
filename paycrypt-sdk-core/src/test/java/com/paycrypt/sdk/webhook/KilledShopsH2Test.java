package com.paycrypt.sdk.webhook;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledShopsH2Test extends KilledShops {
    private H2Database database;

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
    Database database() {
        return database;
    }
}
