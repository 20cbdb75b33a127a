package com.paycrypt.sdk.webhook;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A bounded pool, as shops have one: who gets no connection in time gets an exception; dead connections are replaced. */
final class ChaosPool extends ConnectionSource {
    private final String url;
    private final long limitMillis;
    private final Semaphore free;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    ChaosPool(String url, int size, long limitMillis) {
        this.url = url;
        this.limitMillis = limitMillis;
        this.free = new Semaphore(size);
    }

    @Override
    public Connection getConnection() throws SQLException {
        acquire();
        try {
            return pooled(valid());
        } catch (SQLException | RuntimeException e) {
            free.release();
            throw e;
        }
    }

    private void acquire() throws SQLException {
        try {
            if (!free.tryAcquire(limitMillis, TimeUnit.MILLISECONDS)) {
                throw new SQLTransientConnectionException("the pool is exhausted");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("interrupted", e);
        }
    }

    private Connection valid() throws SQLException {
        Connection connection = idle.poll();
        while (connection != null && !connection.isValid(1)) {
            discard(connection);
            connection = idle.poll();
        }
        return connection != null ? connection : DriverManager.getConnection(url);
    }

    private static void discard(Connection connection) {
        try {
            connection.close();
        } catch (SQLException dead) {
            // It is.
        }
    }

    private Connection pooled(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                ChaosPool.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, values) -> call(real, method, values));
    }

    private @Nullable Object call(Connection real, Method method, Object[] values) throws Throwable {
        if (method.getName().equals("close")) {
            idle.push(real);
            free.release();
            return null;
        }
        try {
            return method.invoke(real, values);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    void close() {
        idle.forEach(ChaosPool::discard);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }
}
