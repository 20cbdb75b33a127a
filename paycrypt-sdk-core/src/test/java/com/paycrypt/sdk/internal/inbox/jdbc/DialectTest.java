package com.paycrypt.sdk.internal.inbox.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectTest {
    @ParameterizedTest
    @CsvSource({
        "PostgreSQL, POSTGRESQL, BYTEA",
        "MariaDB, MARIADB, LONGBLOB",
        "MySQL, MARIADB, LONGBLOB",
        "H2, H2, BINARY LARGE OBJECT"
    })
    void aDatabaseIsKnownByItsName(String product, Dialect dialect, String bytes) throws SQLException {
        assertThat(Dialect.of(connectionTo(product))).isEqualTo(dialect);
        assertThat(String.join("\n", Schema.statements(dialect.directory())))
                .contains("payload " + bytes + " NOT NULL", "paycrypt_webhook_inbox_due");
        assertThat(dialect.sql("a {limit} b")).isIn("a LIMIT ? b", "a FETCH FIRST ? ROWS ONLY b");
        assertThat(dialect.sql("a {now} b")).startsWith("a ").endsWith(" b").doesNotContain("{now}");
    }

    @Test
    void anUnknownDatabaseIsRejectedAndTheKnownOnesAreNamed() {
        assertThatThrownBy(() -> Dialect.of(connectionTo("Oracle")))
                .isInstanceOf(SQLFeatureNotSupportedException.class)
                .hasMessage("the webhook inbox supports PostgreSQL, MariaDB, MySQL and H2, not Oracle");
    }

    private static Connection connectionTo(String product) {
        DatabaseMetaData metaData = answering(DatabaseMetaData.class, product);
        return answering(Connection.class, metaData);
    }

    private static <T> T answering(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                DialectTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, values) -> answer));
    }
}
