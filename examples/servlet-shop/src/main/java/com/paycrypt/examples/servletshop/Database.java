package com.paycrypt.examples.servletshop;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The shop's database: a pool of connections. */
final class Database implements AutoCloseable {
    private final HikariDataSource pool = new HikariDataSource();

    Database(String url) {
        pool.setJdbcUrl(url);
        client().sql(schema()).update();
    }

    DataSource dataSource() {
        return pool;
    }

    JdbcClient client() {
        return JdbcClient.create(pool);
    }

    private static String schema() {
        try (InputStream file = Database.class.getResourceAsStream("/schema.sql")) {
            return new String(Objects.requireNonNull(file, "schema.sql").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("schema.sql cannot be read", e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
