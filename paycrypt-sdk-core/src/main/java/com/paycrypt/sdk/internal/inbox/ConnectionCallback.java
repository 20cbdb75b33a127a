package com.paycrypt.sdk.internal.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Work with a borrowed connection. */
@FunctionalInterface
interface ConnectionCallback<T extends @Nullable Object> {
    T run(Connection connection, Dialect dialect) throws SQLException;
}
