package com.paycrypt.sdk.webhook;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A pool of one connection, which closing gives back as it is. */
final class SharedConnection {
    private SharedConnection() {}

    static DataSource pool(Connection connection) {
        return (DataSource) Proxy.newProxyInstance(
                SharedConnection.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> borrowed(connection));
    }

    /** A pool whose connections fail to roll back. */
    static DataSource failingToRollBack(Database database) {
        return (DataSource) Proxy.newProxyInstance(
                SharedConnection.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) ->
                        failingAt("rollback", database.dataSource().getConnection()));
    }

    private static Connection failingAt(String name, Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                SharedConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals(name)) {
                        throw new SQLException(name + " failed");
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() instanceof SQLException sql ? sql : e;
                    }
                });
    }

    /** A pool that hands out a connection each time, but to no thread that is interrupted. */
    static DataSource rejectingInterrupted(Database database) {
        return (DataSource) Proxy.newProxyInstance(
                SharedConnection.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    if (Thread.currentThread().isInterrupted()) {
                        throw new SQLException("interrupted while waiting for a connection");
                    }
                    return database.dataSource().getConnection();
                });
    }

    private static Connection borrowed(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                SharedConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("close") ? null : method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() instanceof SQLException sql ? sql : e;
                    }
                });
    }
}
