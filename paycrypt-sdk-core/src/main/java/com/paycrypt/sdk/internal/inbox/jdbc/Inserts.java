package com.paycrypt.sdk.internal.inbox.jdbc;

import com.paycrypt.sdk.internal.inbox.InboxStore.InsertOutcome;
import com.paycrypt.sdk.internal.inbox.NewDelivery;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores deliveries: inserts first, and asks what is there only if that failed. */
final class Inserts {
    private static final String INSERT =
            "INSERT INTO paycrypt_webhook_inbox (inbox, digest, token, lane, attempts, api_key,"
                    + " event_type, order_id, session_id, payload, due_at, expires_at, received_at, state) ";
    private static final String VALUES = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, {now} + ?, {now} + ?, {now}, ?";

    private final Sql sql;
    private final String inbox;
    private final long leaseMillis;
    private final long retentionMillis;

    Inserts(Sql sql, String inbox, long leaseMillis, long retentionMillis) {
        this.sql = sql;
        this.inbox = inbox;
        this.leaseMillis = leaseMillis;
        this.retentionMillis = retentionMillis;
    }

    InsertOutcome insert(NewDelivery delivery, String token) throws SQLException {
        return insert(delivery, token, delivery.digest()) ? InsertOutcome.LEASED : InsertOutcome.PRESENT;
    }

    InsertOutcome insertInOrder(NewDelivery delivery, String token) throws SQLException {
        String session = delivery.sessionId();
        if (session == null) {
            return insert(delivery, token);
        }
        return isFirst(session, delivery, token) ? InsertOutcome.LEASED : enqueue(delivery);
    }

    InsertOutcome enqueue(NewDelivery delivery) throws SQLException {
        return insert(delivery, null, delivery.digest()) ? InsertOutcome.ENQUEUED : InsertOutcome.PRESENT;
    }

    /** The lane of a session is unique among its pending deliveries: of two stored at the same moment one gets it. */
    private boolean isFirst(String session, NewDelivery delivery, String token) throws SQLException {
        if (sql.dialect().hasReturning()) {
            String unlessPending = "SELECT " + VALUES + " WHERE NOT EXISTS (" + Rows.SESSION_PENDING + "){no conflict}";
            @Nullable
            Object[] parameters = RowChange.concat(parameters(delivery, token, session), List.of(inbox, session));
            return insert(unlessPending, parameters, delivery.digest(), token);
        }
        return sql.first(Rows.SESSION_PENDING + " {limit}", row -> true, inbox, session, 1)
                        .isEmpty()
                && insert(delivery, token, session);
    }

    private boolean insert(NewDelivery delivery, @Nullable String token, String lane) throws SQLException {
        return insert(
                "VALUES (" + VALUES + "){no conflict}",
                parameters(delivery, token, lane).toArray(),
                delivery.digest(),
                token);
    }

    /**
     * Why a delivery could not be stored is for the table to say, not for the failure: it may be there, stored by a faster
     * copy, or by us if only the database's reply was lost.
     */
    private boolean insert(String values, @Nullable Object[] parameters, String digest, @Nullable String token)
            throws SQLException {
        try {
            return sql.update("{soon}" + INSERT + values, parameters) == 1;
        } catch (SQLException e) {
            Optional<String> holder = holder(digest, e);
            if (holder.isPresent() || isLane(parameters, digest, e)) {
                return holder.filter(found -> found.equals(token)).isPresent();
            }
            if (Statements.isLockTimeout(e)) {
                return insertPatiently(values, parameters);
            }
            throw e;
        }
    }

    /** Waits for locks on what is near to the new row as long as the database does. */
    private boolean insertPatiently(String values, @Nullable Object[] parameters) throws SQLException {
        try {
            return sql.update(INSERT + values, parameters) == 1;
        } catch (SQLException e) {
            if (Statements.isConflict(e)) {
                return false;
            }
            throw e;
        }
    }

    /** The token of the row's holder, a dash if it has none, or nothing if there is no such row. */
    private Optional<String> holder(String digest, SQLException failure) throws SQLException {
        String query = "SELECT COALESCE(token, '-') FROM paycrypt_webhook_inbox" + Rows.KEY;
        try {
            return sql.first(query, row -> row.getString(1), inbox, digest);
        } catch (SQLException second) {
            Statements.suppress(second, failure);
            throw failure;
        }
    }

    /** Whether the lane of the session was occupied. */
    private static boolean isLane(@Nullable Object[] parameters, String digest, SQLException failure) {
        return !digest.equals(parameters[3]) && (Statements.isConflict(failure) || Statements.isLockTimeout(failure));
    }

    private List<?> parameters(NewDelivery delivery, @Nullable String token, String lane) {
        return Collections.unmodifiableList(Arrays.asList(
                inbox,
                delivery.digest(),
                token,
                lane,
                token == null ? 0 : 1,
                delivery.apiKey(),
                delivery.type(),
                delivery.orderId(),
                delivery.sessionId(),
                delivery.payload(),
                token == null ? 0 : leaseMillis,
                retentionMillis,
                token == null ? "PENDING" : "LEASED"));
    }
}
