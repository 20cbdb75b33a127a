package com.paycrypt.examples.matrix.jpa;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database of which every statement and every commit is a step. */
final class SteppedDataSource extends DelegatingDataSource {
    private static final Set<String> EXECUTIONS = Set.of("execute", "executeUpdate", "executeQuery", "executeBatch");

    private final Steps steps;

    SteppedDataSource(DataSource database, Steps steps) {
        super(database);
        this.steps = steps;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return new Watched(super.getConnection()).connection();
    }

    /** A borrowed connection, and the statement that it ran last. */
    private final class Watched {
        private final Connection real;
        private String last = "nothing";

        /** Workers commit as well, on connections of their own, at any time: this is known by what it holds. */
        private boolean effect;

        private Watched(Connection real) {
            this.real = real;
        }

        private Connection connection() {
            return proxy(Connection.class, this::onConnection);
        }

        private Object onConnection(Method method, Object[] arguments) throws Throwable {
            Object result = call(real, method, arguments);
            if (method.getName().equals("commit")) {
                String name = effect ? "commit of the effect after " : "commit after ";
                effect = false;
                steps.reached(name + last);
            }
            if (result instanceof PreparedStatement prepared) {
                String sql = (String) arguments[0];
                return proxy(PreparedStatement.class, (each, values) -> onStatement(prepared, sql, each, values));
            }
            return result instanceof Statement plain
                    ? proxy(Statement.class, (each, values) -> onStatement(plain, "", each, values))
                    : result;
        }

        private Object onStatement(Statement statement, String sql, Method method, Object[] arguments)
                throws Throwable {
            Object result = call(statement, method, arguments);
            if (EXECUTIONS.contains(method.getName())) {
                last = (sql.isEmpty() ? (String) arguments[0] : sql).replaceAll("\\s+", " ");
                effect |= last.startsWith("insert into shipment");
                steps.reached(last);
            }
            return result;
        }
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                SteppedDataSource.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.run(method, arguments)));
    }

    /** A method of the real thing. */
    private interface Call {
        Object run(Method method, Object[] arguments) throws Throwable;
    }
}
