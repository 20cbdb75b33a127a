package com.paycrypt.examples.shop;

import com.paycrypt.sdk.money.Money;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The orders in the database. Every change is one conditional update, so that two threads or two processes that want the
 * same change cannot both make it.
 *
 * <p>Safe for use by any number of threads.
 */
public final class Orders {
    private final JdbcClient database;

    /**
     * Creates the view of a database.
     *
     * @param database the database; in Spring, the application's own bean, which takes part in its transactions
     */
    public Orders(JdbcClient database) {
        this.database = database;
    }

    /**
     * Creates the view of one transaction.
     *
     * @param transaction a connection, which stays its owner's to commit and close
     * @return the orders as this transaction sees them
     */
    public static Orders in(Connection transaction) {
        return new Orders(JdbcClient.create(new SingleConnectionDataSource(transaction, true)));
    }

    void add(Order order) {
        database.sql("""
                        insert into orders (id, item, amount, currency, state, placed_at)
                        values (:id, :item, :amount, :currency, :state, :placedAt)""")
                .param("id", order.id())
                .param("item", order.item())
                .param("amount", order.total().amount())
                .param("currency", order.total().currency())
                .param("state", order.state().name())
                .param("placedAt", time(order.placedAt()))
                .update();
    }

    Optional<Order> find(String id) {
        return database.sql("select * from orders where id = :id")
                .param("id", id)
                .query(Orders::order)
                .optional();
    }

    List<Order> newest(int limit) {
        return database.sql("select * from orders order by placed_at desc, id limit :limit")
                .param("limit", limit)
                .query(Orders::order)
                .list();
    }

    /** Stores a new session if the order still has the one that it replaces: of two checkouts at once, one succeeds. */
    boolean replaceSession(Order order, Order.Session next) {
        return database.sql("""
                        update orders
                        set session_id = :next, checkout_url = :checkout, session_expires_at = :expiresAt, asked_at = null
                        where id = :id and state = 'OPEN' and coalesce(session_id, '') = :last""")
                        .param("next", next.id())
                        .param("checkout", next.checkout().toString())
                        .param("expiresAt", time(next.expiresAt()))
                        .param("id", order.id())
                        .param("last", order.session().map(Order.Session::id).orElse(""))
                        .update()
                == 1;
    }

    /** Forgets a session that failed, so that the next checkout gets a new one; a session that came since stays. */
    boolean endSession(String id, String sessionId) {
        return database.sql("""
                        update orders
                        set state = 'OPEN', session_id = null, checkout_url = null, session_expires_at = null
                        where id = :id and session_id = :sessionId and state in ('OPEN', 'PENDING')""").param("id", id).param("sessionId", sessionId).update() == 1;
    }

    /** Notes that a payment was seen; an event that comes too late changes nothing. */
    boolean markPending(String id) {
        return database.sql(
                                "update orders set state = 'PENDING' where id = :id and state = 'OPEN' and session_id is not null")
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean markForReview(String id) {
        return database.sql("update orders set state = 'IN_REVIEW' where id = :id and state in ('OPEN', 'PENDING')")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Marks an order paid: true for one caller only, in this process or another. */
    boolean markPaid(String id, String paidBy) {
        return database.sql("update orders set state = 'PAID', paid_by = :paidBy where id = :id and state <> 'PAID'")
                        .param("id", id)
                        .param("paidBy", paidBy)
                        .update()
                == 1;
    }

    boolean isPaidBy(String id, String paidBy) {
        return database.sql("select count(*) from orders where id = :id and paid_by = :paidBy")
                        .param("id", id)
                        .param("paidBy", paidBy)
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** The orders that no event has settled, and whose session the server was not asked about since a given time. */
    List<Order> unsettled(Instant placedBefore, Instant askedBefore, int limit) {
        return database.sql("""
                        select * from orders
                        where state in ('OPEN', 'PENDING') and session_id is not null and placed_at < :placedBefore
                          and (asked_at is null or asked_at < :askedBefore)
                        order by placed_at limit :limit""")
                .param("placedBefore", time(placedBefore))
                .param("askedBefore", time(askedBefore))
                .param("limit", limit)
                .query(Orders::order)
                .list();
    }

    void markAsked(String id, Instant now) {
        database.sql("update orders set asked_at = :now where id = :id")
                .param("now", time(now))
                .param("id", id)
                .update();
    }

    void note(TakenEvent event) {
        database.sql("""
                        insert into events (type, order_id, session_id, amount, verdict)
                        values (:type, :orderId, :sessionId, :amount, :verdict)""")
                .param("type", event.type())
                .param("orderId", event.orderId())
                .param("sessionId", event.sessionId())
                .param("amount", event.amount())
                .param("verdict", event.verdict().name())
                .update();
    }

    List<TakenEvent> events() {
        return database.sql("select * from events order by number")
                .query(Orders::event)
                .list();
    }

    private static Order order(ResultSet row, int number) throws SQLException {
        return new Order(
                row.getString("id"),
                row.getString("item"),
                Money.of(row.getBigDecimal("amount"), row.getString("currency")),
                Order.State.valueOf(row.getString("state")),
                time(row, "placed_at"),
                session(row, row.getString("session_id")));
    }

    private static Optional<Order.Session> session(ResultSet row, @Nullable String id) throws SQLException {
        return id == null
                ? Optional.empty()
                : Optional.of(new Order.Session(
                        id, URI.create(row.getString("checkout_url")), time(row, "session_expires_at")));
    }

    private static TakenEvent event(ResultSet row, int number) throws SQLException {
        return new TakenEvent(
                row.getString("type"),
                row.getString("order_id"),
                row.getString("session_id"),
                row.getString("amount"),
                Verdict.valueOf(row.getString("verdict")));
    }

    /** JDBC knows no Instant. */
    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class), column)
                .toInstant();
    }
}
