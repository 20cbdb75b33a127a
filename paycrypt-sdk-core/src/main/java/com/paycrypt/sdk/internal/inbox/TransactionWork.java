package com.paycrypt.sdk.internal.inbox;

import java.sql.Connection;

/** Work inside a transaction. */
@FunctionalInterface
public interface TransactionWork {
    /**
     * Does the work.
     *
     * @param connection the transaction's connection
     * @throws Exception if it failed; the transaction is rolled back
     */
    void with(Connection connection) throws Exception;
}
