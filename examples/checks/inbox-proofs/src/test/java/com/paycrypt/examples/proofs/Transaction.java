package com.paycrypt.examples.proofs;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/** A transaction of a simulated process: what it has written is seen once it is committed. */
final class Transaction implements InvocationHandler {
    private final List<Runnable> writes = new ArrayList<>();
    private final List<Row> locked = new ArrayList<>();
    private long releasedAt = Long.MAX_VALUE;

    Connection connection() {
        return (Connection)
                Proxy.newProxyInstance(Transaction.class.getClassLoader(), new Class<?>[] {Connection.class}, this);
    }

    static Transaction of(Connection connection) {
        return (Transaction) Proxy.getInvocationHandler(connection);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
        if (method.getName().equals("getAutoCommit")) {
            return false;
        }
        throw new UnsupportedOperationException(method.getName());
    }

    void lock(Row row) {
        row.lock = this;
        locked.add(row);
    }

    void write(Runnable write) {
        writes.add(write);
    }

    void commit() {
        writes.forEach(Runnable::run);
        rollBack();
    }

    void rollBack() {
        writes.clear();
        locked.forEach(row -> row.lock = null);
        locked.clear();
    }

    /** The database notices some time later that the process is gone. */
    void abandon(long until) {
        writes.clear();
        releasedAt = until;
    }

    boolean holds(long now) {
        return now < releasedAt;
    }
}
