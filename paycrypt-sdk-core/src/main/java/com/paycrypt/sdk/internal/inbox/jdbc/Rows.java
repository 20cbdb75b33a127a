package com.paycrypt.sdk.internal.inbox.jdbc;

import com.paycrypt.sdk.internal.inbox.Backoff;
import com.paycrypt.sdk.internal.inbox.InboxStore.RowState;
import com.paycrypt.sdk.internal.inbox.InboxStore.Selection;
import com.paycrypt.sdk.internal.inbox.StoredDelivery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/** The rows of the table in SQL: conditions on them, changes of them, and how they are read. */
final class Rows {
    static final String COLUMNS = "digest, api_key, payload, attempts, received_at, due_at, state, last_error";
    static final String KEY = " WHERE inbox = ? AND digest = ?";

    /** A lease on the row runs. */
    static final String IN_PROGRESS = "(i.state = 'LEASED' AND i.due_at > {now})";

    static final String FREE = "i.state <> 'HANDLED' AND NOT " + IN_PROGRESS;
    static final String LISTED = "i.state IN ('PENDING', 'LEASED', 'EXHAUSTED') AND NOT " + IN_PROGRESS;
    static final String OLD = "i.state = 'HANDLED' AND i.due_at <= {now} - ? AND i.expires_at <= {now}";
    static final String DUE = "i.state IN ('PENDING', 'LEASED') AND i.due_at <= {now}";

    private static final String ABANDONED = "i.state = 'LEASED' AND i.due_at <= {now} AND i.attempts ";
    static final String ABANDONED_LANE = "i.state = 'LEASED' AND i.due_at <= {now} AND i.lane <> i.digest";
    static final String USED_UP = ABANDONED + ">= " + Backoff.MAX_ATTEMPTS;

    private static final String OF_SESSION = "SELECT 1 FROM paycrypt_webhook_inbox o"
            + " WHERE o.inbox = %s AND o.session_id = %s AND o.state IN ('PENDING', 'LEASED')";

    /** Some delivery of a session is pending or in progress. */
    static final String SESSION_PENDING = String.format(Locale.ROOT, OF_SESSION, "?", "?");

    /** No other delivery of the session is in progress, and none that is pending is older. */
    private static final String IN_ORDER = " AND (i.session_id IS NULL OR NOT EXISTS ("
            + String.format(Locale.ROOT, OF_SESSION, "i.inbox", "i.session_id") + " AND o.digest <> i.digest"
            + " AND (o.received_at < i.received_at OR (o.received_at = i.received_at AND o.digest < i.digest)"
            + " OR (o.state = 'LEASED' AND o.due_at > {now}))))";

    /** While a lease runs the row occupies the lane of its session, which is unique; otherwise a lane of its own. */
    static final String LEASE = "state = 'LEASED', token = ?, due_at = {now} + ?, last_error = NULL,"
            + " lane = COALESCE(session_id, digest)";

    private static final String CLOSED = "state = 'HANDLED', lane = digest, due_at = {now}, handled_at = {now}";
    static final String COMPLETE = "UPDATE paycrypt_webhook_inbox SET " + CLOSED + KEY + " AND state <> 'HANDLED'";
    static final String DISCARD = CLOSED + ", token = NULL";
    static final String EXHAUST = "state = 'EXHAUSTED', lane = digest";
    static final String RETRY = "state = 'PENDING', lane = digest, token = NULL, due_at = {now}";
    static final String GIVE_BACK = RETRY + ", attempts = attempts - 1";
    static final String FAIL = "token = NULL, lane = digest, last_error = ?, state = CASE WHEN attempts >= "
            + Backoff.MAX_ATTEMPTS + " THEN 'EXHAUSTED' ELSE 'PENDING' END, due_at = {now} + " + Backoff.sql();

    private Rows() {}

    static String due(Selection selection) {
        return switch (selection) {
            case OLDEST, NEWEST -> "i.state = 'PENDING' AND i.due_at <= {now}" + IN_ORDER;
            case ABANDONED -> ABANDONED + "< " + Backoff.MAX_ATTEMPTS + IN_ORDER;
        };
    }

    static String order(Selection selection) {
        return selection == Selection.NEWEST ? "i.due_at DESC" : "i.due_at";
    }

    static RowState state(ResultSet row) throws SQLException {
        if (row.getString(1).equals("HANDLED")) {
            return RowState.HANDLED;
        }
        return row.getInt(2) == 1 ? RowState.IN_PROGRESS : RowState.PENDING;
    }

    static StoredDelivery read(ResultSet row) throws SQLException {
        return new StoredDelivery(
                row.getString(1),
                row.getString(2),
                row.getBytes(3),
                row.getInt(4),
                row.getLong(5),
                row.getLong(6),
                row.getString(7).equals("EXHAUSTED"),
                row.getString(8));
    }

    static IllegalStateException notStored() {
        return new IllegalStateException(
                "the delivery is not in this inbox: give the receiver the inbox as its replayGuard");
    }
}
