package com.paycrypt.examples.quickstart;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.money.Money;
import com.paycrypt.sdk.session.PaymentSession;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The whole job in one process: a session, its checkout, the webhook and the paid order. */
final class Quickstart {
    private static final Duration FOR_WEBHOOKS = Duration.ofMinutes(1);
    private static final Duration FOR_PEOPLE = Duration.ofMinutes(15);

    private final Server server;
    private final Shop shop;
    private final Story story;
    private final HttpClient http = HttpClient.newHttpClient();

    Quickstart(Server server, Shop shop, Story story) {
        this.server = server;
        this.shop = shop;
        this.story = story;
    }

    /**
     * Sells one order.
     *
     * @return whether it is paid, and a copy of the webhook changed nothing
     */
    boolean sell() throws IOException, InterruptedException {
        story.step("PayCrypt", server.name() + ", " + server.baseUrl());
        story.step("Shop", "waits for webhooks at " + shop.webhookUrl());
        Order order = takeOrder();
        PaymentSession session = createSession(order);
        boolean pressed = new Customer(story).pay(session.checkoutUrl());
        if (!pressed) {
            story.detail("which is no sandbox: pay there in a browser within " + FOR_PEOPLE.toMinutes() + " minutes");
        }
        Optional<Delivery> paying = awaitPayment(order, pressed ? FOR_WEBHOOKS : FOR_PEOPLE);
        boolean unharmed = paying.isPresent() && replay(paying.get());
        return conclude(order) && unharmed;
    }

    private Order takeOrder() {
        String id = "ORD-" + Long.toString(System.currentTimeMillis(), 36).toUpperCase(Locale.ROOT);
        Order order = Order.open(id, Money.of("49.00", "USD"));
        shop.orders().add(order);
        story.step("Shop", "takes order " + id + " of " + order.total());
        return order;
    }

    private PaymentSession createSession(Order order) {
        try (PayCryptClient payCrypt =
                PayCryptClient.builder(server.baseUrl(), server.credentials()).build()) {
            PaymentSession session = payCrypt.paymentSessions()
                    .create(PaymentSessionRequest.builder()
                            .orderId(order.id())
                            .amount(order.total())
                            .customerEmail("buyer@example.com")
                            .metadata("source", "quickstart")
                            .successUrl(shop.url("/success").toString())
                            .cancelUrl(shop.url("/cancel").toString())
                            .webhookUrl(shop.webhookUrl().toString())
                            .build());
            story.step("Shop", "creates session " + session.id() + ", " + session.status());
            story.detail("expires " + session.expiresAt());
            story.detail("and sends the customer to " + session.checkoutUrl());
            return session;
        }
    }

    /** Waits until the order is paid and returns the delivery that did it. */
    private Optional<Delivery> awaitPayment(Order order, Duration limit) throws InterruptedException {
        Optional<Delivery> delivery;
        do {
            delivery = shop.tap().next(limit);
        } while (delivery.isPresent() && !shop.orders().isPaid(order.id()));
        return delivery;
    }

    /** Anyone who saw a webhook pass can send it again: it must change nothing. */
    private boolean replay(Delivery delivery) throws IOException, InterruptedException {
        int before = shop.handled();
        int status = delivery.sendAgain(http, shop.webhookUrl());
        story.step("An attacker", "sends a copy of that webhook, and gets the response " + status);
        int seen = shop.handled() - before;
        story.detail("the shop's own code saw it " + seen + " times");
        return seen == 0;
    }

    private boolean conclude(Order order) {
        boolean paid = shop.orders().isPaid(order.id());
        story.step("Shop", order.id() + (paid ? " is paid, once" : " is NOT paid"));
        return paid;
    }
}
