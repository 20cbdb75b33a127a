package com.paycrypt.sdk.webhook;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfSystemProperty(named = "chaos", matches = "true")
class ChaosMariaTest extends ChaosContract {
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

    @Override
    void terminateOne() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT id FROM information_schema.processlist"
                        + " WHERE user = 'shop' AND id <> CONNECTION_ID() ORDER BY RAND() LIMIT 1")) {
            if (found.next()) {
                statement.execute("KILL " + found.getLong(1));
            }
        }
    }
}
