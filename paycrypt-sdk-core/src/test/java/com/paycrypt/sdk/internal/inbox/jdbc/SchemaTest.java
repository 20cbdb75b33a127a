package com.paycrypt.sdk.internal.inbox.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaTest {
    @ParameterizedTest
    @EnumSource
    void theMigrationOfADatabaseBeginsWithTheTable(Dialect dialect) {
        assertThat(Schema.statements(dialect.directory()))
                .first()
                .asString()
                .startsWith("CREATE TABLE IF NOT EXISTS paycrypt_webhook_inbox");
    }

    @Test
    void mySqlHasTheMigrationThatMariaDbIsTestedWith() {
        assertThat(Schema.statements("mysql")).isEqualTo(Schema.statements("mariadb"));
    }

    @Test
    void aMissingMigrationIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Schema.statements("oracle"))
                .withMessageContaining("db/paycrypt/oracle/V1__webhook_inbox.sql is missing");
    }
}
