package com.paycrypt.examples.proofs;

import java.sql.SQLException;

/** The database, or its reply, was not reached. */
final class ConnectionLost extends SQLException {
    private static final long serialVersionUID = 1;

    ConnectionLost(String step) {
        super("connection lost: " + step, "08006");
    }

    /** Millions are thrown and none is looked at. */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
