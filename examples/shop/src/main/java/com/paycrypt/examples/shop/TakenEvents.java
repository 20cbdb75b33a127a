package com.paycrypt.examples.shop;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The events that reached the shop, within a transaction. */
final class TakenEvents {
    private static final String INSERT =
            "insert into events (type, order_id, session_id, amount, verdict) values (?, ?, ?, ?, ?)";
    private static final String SELECT =
            "select type, order_id, session_id, amount, verdict from events order by number";

    private final Connection connection;

    TakenEvents(Connection connection) {
        this.connection = connection;
    }

    TakenEvent add(TakenEvent event) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, event.type());
            insert.setString(2, event.orderId());
            insert.setString(3, event.sessionId());
            insert.setString(4, event.amount());
            insert.setString(5, event.verdict().name());
            insert.executeUpdate();
        }
        return event;
    }

    List<TakenEvent> all() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT);
                ResultSet rows = select.executeQuery()) {
            List<TakenEvent> events = new ArrayList<>();
            while (rows.next()) {
                events.add(event(rows));
            }
            return events;
        }
    }

    private static TakenEvent event(ResultSet row) throws SQLException {
        return new TakenEvent(
                row.getString("type"),
                row.getString("order_id"),
                row.getString("session_id"),
                row.getString("amount"),
                Verdict.valueOf(row.getString("verdict")));
    }
}
