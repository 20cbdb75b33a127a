package com.paycrypt.examples.benchmarks.inbox;

import java.sql.SQLException;

/** Stores deliveries and sees to their effect. */
interface Contestant extends AutoCloseable {
    void createTables() throws SQLException;

    /** Creates handled rows, if it keeps any. */
    default boolean storeHandled(int many) throws SQLException {
        return false;
    }

    /** Stores deliveries that are due, and handles none. */
    void storeBacklog(int many) throws Exception;

    /** Starts whatever handles what is stored. */
    void startWorkers();

    /** Receives a delivery, and returns once its effect is committed. */
    void deliver(int number) throws Exception;

    @Override
    void close();
}
