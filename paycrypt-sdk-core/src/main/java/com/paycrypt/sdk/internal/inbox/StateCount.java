package com.paycrypt.sdk.internal.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;

/** How many rows are in one state, and the age of the oldest. */
record StateCount(boolean isExhausted, long rows, long oldestMillis) {
    static final String QUERY = "SELECT i.state, COUNT(*), MAX({now} - i.received_at) FROM paycrypt_webhook_inbox i"
            + " WHERE i.inbox = ? AND i.state IN ('PENDING', 'LEASED', 'EXHAUSTED') GROUP BY i.state";

    static StateCount read(ResultSet row) throws SQLException {
        return new StateCount(row.getString(1).equals("EXHAUSTED"), row.getLong(2), row.getLong(3));
    }
}
