package com.paycrypt.examples.shop;

import com.paycrypt.sdk.money.Money;
import com.paycrypt.sdk.session.PaymentSession;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The orders, within a transaction. */
final class Orders {
    private static final String INSERT = "insert into orders (id, amount, currency, state) values (?, ?, ?, 'OPEN')";
    private static final String SELECT = "select id, amount, currency, state, checkout_url from orders where id = ?";
    private static final String PAY = "update orders set state = 'PAID' where id = ? and state = 'OPEN'";
    private static final String SESSION = "update orders set session_id = ?, checkout_url = ? where id = ?";

    private final Connection connection;

    Orders(Connection connection) {
        this.connection = connection;
    }

    Order add(String id, Money total) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, id);
            insert.setBigDecimal(2, total.amount());
            insert.setString(3, total.currency());
            insert.executeUpdate();
        }
        return new Order(id, total, Order.State.OPEN, Optional.empty());
    }

    Optional<Order> find(String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(order(row)) : Optional.empty();
            }
        }
    }

    /** Marks an open order paid: true once, for whoever comes first, in this process or another. */
    boolean markPaid(String id) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(PAY)) {
            update.setString(1, id);
            return update.executeUpdate() == 1;
        }
    }

    URI remember(String id, PaymentSession session) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(SESSION)) {
            update.setString(1, session.id());
            update.setString(2, session.checkoutUrl().toString());
            update.setString(3, id);
            update.executeUpdate();
        }
        return session.checkoutUrl();
    }

    private static Order order(ResultSet row) throws SQLException {
        return new Order(
                row.getString("id"),
                Money.of(row.getBigDecimal("amount"), row.getString("currency")),
                Order.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("checkout_url")).map(URI::create));
    }
}
