package com.paycrypt.sdk.internal.inbox.jdbc;

import com.paycrypt.sdk.internal.inbox.StoredDelivery;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Changes rows without waiting: a handler that writes in a transaction holds its row's lock, and may hang. An update by
 * itself would wait for it, and everything behind it as well.
 */
final class UnlockedRows {
    private static final String CANDIDATES =
            "SELECT %s FROM paycrypt_webhook_inbox i WHERE i.inbox = ? AND %s ORDER BY %s {limit}";

    /** Joined by the whole key: a list of digests is searched for among all rows of the inbox until statistics are there. */
    private static final String IN_ONE_STATEMENT = "WITH candidate AS (" + CANDIDATES
            + " FOR UPDATE SKIP LOCKED) UPDATE paycrypt_webhook_inbox SET %s FROM candidate"
            + " WHERE inbox = candidate_inbox AND digest = candidate_digest RETURNING " + Rows.COLUMNS;

    private final Sql sql;
    private final String inbox;

    UnlockedRows(Sql sql, String inbox) {
        this.sql = sql;
        this.inbox = inbox;
    }

    /** Returns the changed rows as they are afterwards. */
    List<StoredDelivery> change(RowChange change) throws SQLException {
        return sql.dialect().hasReturning() ? changeAtOnce(change) : changeInSteps(change);
    }

    private List<StoredDelivery> changeAtOnce(RowChange change) throws SQLException {
        String statement = String.format(
                Locale.ROOT,
                IN_ONE_STATEMENT,
                "i.inbox AS candidate_inbox, i.digest AS candidate_digest",
                change.condition(),
                change.order(),
                change.assignments());
        return sql.all(
                statement,
                Rows::read,
                RowChange.concat(List.of(inbox), change.keys(), List.of(change.limit()), change.values()));
    }

    /** Searches without locks and locks by the primary key: a search that locks would lock what it passes. */
    private List<StoredDelivery> changeInSteps(RowChange change) throws SQLException {
        List<String> candidates = sql.all(
                String.format(Locale.ROOT, CANDIDATES, "i.digest", change.condition(), change.order()),
                row -> row.getString(1),
                RowChange.concat(List.of(inbox), change.keys(), List.of(change.limit())));
        return candidates.isEmpty()
                ? List.of()
                : sql.transaction((connection, dialect) -> change(connection, dialect, candidates, change));
    }

    private List<StoredDelivery> change(
            Connection connection, Dialect dialect, List<String> candidates, RowChange change) throws SQLException {
        List<String> locked = Statements.all(
                connection,
                dialect,
                "SELECT i.digest FROM paycrypt_webhook_inbox i {by key} WHERE i.inbox = ? AND i.digest"
                        + RowChange.in(candidates) + " AND " + change.condition() + " FOR UPDATE SKIP LOCKED",
                row -> row.getString(1),
                RowChange.concat(List.of(inbox), candidates, change.keys()));
        if (locked.isEmpty()) {
            return List.of();
        }
        String ofLocked = " WHERE inbox = ? AND digest" + RowChange.in(locked);
        @Nullable Object[] values = RowChange.concat(change.values(), List.of(inbox), locked);
        Statements.update(
                connection,
                dialect,
                "UPDATE paycrypt_webhook_inbox {by key} SET " + change.assignments() + ofLocked,
                values);
        return Statements.all(
                connection,
                dialect,
                "SELECT " + Rows.COLUMNS + " FROM paycrypt_webhook_inbox {by key}" + ofLocked,
                Rows::read,
                RowChange.concat(List.of(inbox), locked));
    }
}
