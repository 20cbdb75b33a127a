package com.paycrypt.examples.shop;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The shop as its customers see it: takes orders and sends customers to PayCrypt's checkout. Nothing is paid here, and
 * nothing is paid because a customer came back: see {@link Payments}.
 *
 * <p>Safe for use by any number of threads, and by several processes on one database.
 */
public final class Shop {
    /** The path at which the shop receives webhooks. */
    public static final String WEBHOOK_PATH = "/api/paycrypt/webhook";

    private static final int MAX_LISTED = 100;

    private final Orders orders;
    private final PayCryptClient payCrypt;
    private final Clock clock;
    private final Supplier<URI> address;

    /**
     * Opens a shop.
     *
     * @param orders its orders
     * @param payCrypt creates its payment sessions
     * @param clock decides whether a session is over
     * @param address returns where customers and PayCrypt reach the shop: a setting, and never the {@code Host} of a request,
     *     which the sender chooses
     */
    public Shop(Orders orders, PayCryptClient payCrypt, Clock clock, Supplier<URI> address) {
        this.orders = orders;
        this.payCrypt = payCrypt;
        this.clock = clock;
        this.address = address;
    }

    /**
     * Returns what the shop sells.
     *
     * @return the items
     */
    public List<Item> items() {
        return Catalogue.ITEMS;
    }

    /**
     * Takes an order for one item.
     *
     * @param item the item's name
     * @return the open order, or empty if the shop does not sell that
     */
    public Optional<Order> order(String item) {
        Optional<Order> order = Catalogue.find(item).map(sold -> Order.place(sold, clock.instant()));
        order.ifPresent(orders::add);
        return order;
    }

    /**
     * Looks up an order.
     *
     * @param id its id, as received
     * @return the order, if there is one
     */
    public Optional<Order> find(String id) {
        return Optional.of(id).filter(Order::isId).flatMap(orders::find);
    }

    /**
     * Lists the newest orders.
     *
     * @return up to 100 orders, newest first
     */
    public List<Order> newest() {
        return orders.newest(MAX_LISTED);
    }

    /**
     * Returns where an order is paid: the session that it has, or a new one if that is over. The order is in the database
     * before its session is created, so that no payment can arrive for an order that the shop does not know. No transaction
     * is open while PayCrypt is called.
     *
     * @param order a payable order
     * @return the checkout page to send the customer to
     * @throws com.paycrypt.sdk.error.PayCryptException if there is no session; the order stays open, to be tried again
     */
    public URI checkout(Order order) {
        return order.usableSession(clock.instant())
                .orElseGet(() -> renew(order))
                .checkout();
    }

    /** Of two checkouts at once, one stores its session; both customers are sent to that one. */
    private Order.Session renew(Order order) {
        Order.Session created = Order.Session.of(payCrypt.paymentSessions().create(request(order)));
        if (orders.replaceSession(order, created)) {
            return created;
        }
        return orders.find(order.id()).flatMap(Order::session).orElse(created);
    }

    private PaymentSessionRequest request(Order order) {
        String page = address.get().resolve("/orders/" + order.id()).toString();
        return PaymentSessionRequest.builder()
                .orderId(order.id())
                .amount(order.total())
                .successUrl(page)
                .cancelUrl(page)
                .webhookUrl(address.get().resolve(WEBHOOK_PATH).toString())
                .build();
    }

    /**
     * Lists the events that reached {@link Payments}, oldest first.
     *
     * @return one element per event
     */
    public List<TakenEvent> events() {
        return orders.events();
    }

    /**
     * Lists the events that a person has to act on, oldest first.
     *
     * @return one element per event
     */
    public List<TakenEvent> attention() {
        return events().stream()
                .filter(event -> event.verdict().needsAttention())
                .toList();
    }
}
