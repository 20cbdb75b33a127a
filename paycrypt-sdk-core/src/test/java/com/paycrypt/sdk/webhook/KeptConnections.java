package com.paycrypt.sdk.webhook;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Gives out again what was closed, as the pool of a shop does, after a look whether it still works. Where nothing is kept it
 * opens a connection at once, so that a database that is away is noticed without a wait.
 */
final class KeptConnections extends ConnectionSource {
    private static final int LOOK_SECONDS = 60;

    private final String url;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    KeptConnections(String url) {
        this.url = url;
    }

    @Override
    public Connection getConnection() throws SQLException {
        for (Connection kept = idle.poll(); kept != null; kept = idle.poll()) {
            if (kept.isValid(LOOK_SECONDS)) {
                return lend(kept);
            }
            kept.close();
        }
        return lend(DriverManager.getConnection(url));
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Closes what is kept. */
    void close() throws SQLException {
        for (Connection kept = idle.poll(); kept != null; kept = idle.poll()) {
            kept.close();
        }
    }

    private Connection lend(Connection connection) {
        AtomicBoolean closed = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                KeptConnections.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "close" -> {
                        if (closed.compareAndSet(false, true)) {
                            keep(connection);
                        }
                        yield null;
                    }
                    case "isClosed" -> closed.get() || connection.isClosed();
                    default -> {
                        try {
                            yield method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }
                });
    }

    private void keep(Connection connection) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            idle.push(connection);
        } catch (SQLException dead) {
            closeQuietly(connection);
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException alreadyDead) {
            assert alreadyDead != null;
        }
    }
}
