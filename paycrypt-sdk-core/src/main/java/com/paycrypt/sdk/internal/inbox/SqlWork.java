package com.paycrypt.sdk.internal.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Something to do with a connection. */
@FunctionalInterface
interface SqlWork<T extends @Nullable Object> {
    T with(Connection connection, Dialect dialect) throws SQLException;
}
