package com.paycrypt.sdk.webhook;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** With its tables on the small disk: its log is on another, as a server's should be. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FullDiskPostgresTest extends FullDiskContract {
    private SmallDisk disk;
    private PostgresDatabase database;

    @BeforeAll
    void startTheServer() throws Exception {
        disk = SmallDisk.ownedBy("postgres");
        database = new PostgresDatabase();
        database.execute("CREATE TABLESPACE small LOCATION '" + disk.data() + "'");
        database.execute("ALTER ROLE shop SET default_tablespace = 'small'");
    }

    @AfterAll
    void stopTheServer() throws Exception {
        if (database != null) {
            database.remove();
        }
        if (disk != null) {
            disk.unmount();
        }
    }

    @Override
    Database database() {
        return database;
    }

    @Override
    SmallDisk disk() {
        return disk;
    }
}
