package com.paycrypt.sdk.webhook;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import javax.sql.DataSource;

/** A database that something happens to before one of the calls to its driver: each is told by its name and its number. */
final class FaultyDataSource {
    private final Fault fault;
    private int connections;
    private int open;

    private FaultyDataSource(Fault fault) {
        this.fault = fault;
    }

    static FaultyDataSource by(Fault fault) {
        return new FaultyDataSource(fault);
    }

    DataSource database(Database database) {
        return watched(DataSource.class, database.dataSource());
    }

    /** Connections and statements that were not closed. */
    int open() {
        return open;
    }

    private <T> T watched(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                FaultyDataSource.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, values) -> call(real, method, values)));
    }

    private Object call(Object real, Method method, Object[] values) throws Throwable {
        String name = method.getName();
        connections += name.equals("getConnection") ? 1 : 0;
        open -= name.equals("close") ? 1 : 0;
        fault.before(name, connections);
        try {
            return opened(method.invoke(real, values));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Object opened(Object result) {
        if (result instanceof Connection connection) {
            open++;
            return watched(Connection.class, connection);
        }
        if (result instanceof PreparedStatement statement) {
            open++;
            return watched(PreparedStatement.class, statement);
        }
        return result;
    }

    /** What happens. */
    @FunctionalInterface
    interface Fault {
        void before(String call, int connection) throws Exception;
    }
}
