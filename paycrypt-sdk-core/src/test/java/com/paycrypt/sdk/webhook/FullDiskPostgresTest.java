package com.paycrypt.sdk.webhook;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
        useTheDisk();
    }

    /** Over a connection that is not kept: the role's setting is that of later ones. */
    private void useTheDisk() throws SQLException {
        try (Connection connection = new UrlDataSource(database.url()).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLESPACE small LOCATION '" + disk.data() + "'");
            statement.execute("ALTER ROLE shop SET default_tablespace = 'small'");
        }
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
