package com.paycrypt.sdk.internal.inbox;

import java.sql.Connection;

/** Work inside a transaction. */
@FunctionalInterface
public interface TransactionWork {
    /**
     * Does the work.
     *
     * @param connection the transaction's connection
     * @throws Exception if the work failed; the transaction is rolled back
     */
    void run(Connection connection) throws Exception;
}
