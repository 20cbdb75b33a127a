package com.paycrypt.sdk.webhook;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfSystemProperty(named = "chaos", matches = "true")
class ChaosPostgresTest extends ChaosContract {
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

    @Override
    void terminateOne() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM (SELECT pid FROM pg_stat_activity WHERE"
                    + " backend_type = 'client backend' AND pid <> pg_backend_pid() ORDER BY random() LIMIT 1) one");
        }
    }
}
