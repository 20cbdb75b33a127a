package com.paycrypt.examples.shop;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.session.PaymentSession;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import com.paycrypt.sdk.webhook.Payment;
import com.paycrypt.sdk.webhook.WebhookEvent;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A shop: takes orders, sends customers to PayCrypt's checkout, and marks an order paid when, and only when, a verified
 * event tells so.
 *
 * <p>Safe for use by any number of threads, and by several processes on one database.
 */
public final class Shop {
    /** Where PayCrypt tells the shop of payments. */
    public static final String WEBHOOK_PATH = "/api/paycrypt/webhook";

    private final Database database;
    private final PayCryptClient payCrypt;

    /**
     * Opens a shop.
     *
     * @param database where its orders are
     * @param payCrypt who creates its payment sessions
     */
    public Shop(Database database, PayCryptClient payCrypt) {
        this.database = database;
        this.payCrypt = payCrypt;
    }

    /**
     * Takes an order for one item.
     *
     * @param item the item's name
     * @return the open order, or empty if the shop does not sell that
     */
    public Optional<Order> order(String item) {
        String id = "ORD-" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        return Catalogue.price(item)
                .map(price -> database.transaction(connection -> new Orders(connection).add(id, price)));
    }

    /**
     * Looks up an order.
     *
     * @param id its id
     * @return the order, if there is one
     */
    public Optional<Order> find(String id) {
        return database.transaction(connection -> new Orders(connection).find(id));
    }

    /**
     * Where an order is paid: the session that it has, or else a new one. The order is in the database before the
     * session is created, so that no payment can arrive for an order that the shop does not know.
     *
     * @param order the order
     * @param address where this shop is reached
     * @return the checkout page to send the customer to
     * @throws com.paycrypt.sdk.error.PayCryptException if there is no session; the order stays open, to be tried again
     */
    public URI checkout(Order order, URI address) {
        return order.checkout().orElseGet(() -> {
            PaymentSession session = payCrypt.paymentSessions().create(request(order, address));
            return database.transaction(connection -> new Orders(connection).remember(order.id(), session));
        });
    }

    private static PaymentSessionRequest request(Order order, URI address) {
        String page = address.resolve("/orders/" + order.id()).toString();
        return PaymentSessionRequest.builder()
                .orderId(order.id())
                .amount(order.total())
                .successUrl(page)
                .cancelUrl(page)
                .webhookUrl(address.resolve(WEBHOOK_PATH).toString())
                .build();
    }

    /**
     * Takes a verified event. What it changes and the note of it are one transaction.
     *
     * @param event the event
     * @return what the shop made of it
     */
    public TakenEvent take(WebhookEvent event) {
        return database.transaction(connection -> {
            Verdict verdict = judge(connection, event.payment());
            return new TakenEvents(connection).add(note(event, verdict));
        });
    }

    /**
     * The events that reached {@link #take}, in their order.
     *
     * @return one element per event
     */
    public List<TakenEvent> events() {
        return database.transaction(connection -> new TakenEvents(connection).all());
    }

    private static Verdict judge(Connection connection, Payment payment) throws SQLException {
        return switch (payment.state()) {
            case PAID -> settle(new Orders(connection), payment);
            case FAILED -> Verdict.FAILED;
            case PENDING, OTHER -> Verdict.NOTED;
        };
    }

    /** Paid means: an order of ours, its amount, its currency, and not paid before. */
    private static Verdict settle(Orders orders, Payment payment) throws SQLException {
        Optional<Order> order = orders.find(payment.orderId().orElse(""));
        if (order.isEmpty()) {
            return Verdict.UNKNOWN_ORDER;
        }
        if (!payment.matches(order.get().id(), order.get().total())) {
            return Verdict.MISMATCH;
        }
        return orders.markPaid(order.get().id()) ? Verdict.PAID : Verdict.ALREADY_PAID;
    }

    private static TakenEvent note(WebhookEvent event, Verdict verdict) {
        Payment payment = event.payment();
        return new TakenEvent(
                event.type(),
                payment.orderId().orElse(null),
                payment.sessionId().orElse(null),
                payment.amount().map(Object::toString).orElse(null),
                verdict);
    }
}
