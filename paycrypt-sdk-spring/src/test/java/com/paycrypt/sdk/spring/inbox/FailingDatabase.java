package com.paycrypt.sdk.spring.inbox;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A database that is lost at a step: from there on nothing reaches it, as where the process is killed. A commit can be
 * lost before it is made, or after.
 */
final class FailingDatabase extends DelegatingDataSource {
    private static final Set<String> STEPS = Set.of("executeUpdate", "executeQuery", "execute", "commit");

    private final AtomicInteger steps = new AtomicInteger();
    private volatile int lostAt = Integer.MAX_VALUE;
    private volatile boolean lostAfter;

    FailingDatabase(DataSource database) {
        super(database);
    }

    /** Lost when so many more steps were made; a last step that is to be seen through takes effect. */
    void loseAfter(int more, boolean seenThrough) {
        steps.set(0);
        lostAfter = seenThrough;
        lostAt = more;
    }

    /** There again; tells whether it was lost. */
    boolean restore() {
        boolean lost = steps.get() >= lostAt;
        lostAt = Integer.MAX_VALUE;
        return lost;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (steps.get() >= lostAt) {
            throw new SQLRecoverableException("the database is lost");
        }
        return proxy(Connection.class, super.getConnection());
    }

    private <T> T proxy(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> invoke(target, method, arguments)));
    }

    private Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        boolean step = STEPS.contains(method.getName());
        if (step && steps.get() >= lostAt - (lostAfter ? 0 : 1)) {
            steps.set(lostAt);
            throw new SQLRecoverableException("the database is lost");
        }
        Object result = call(target, method, arguments);
        if (step && steps.incrementAndGet() >= lostAt) {
            throw new SQLRecoverableException("the database is lost");
        }
        return result instanceof PreparedStatement statement ? proxy(PreparedStatement.class, statement) : result;
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
