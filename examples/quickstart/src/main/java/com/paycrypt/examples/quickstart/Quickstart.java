package com.paycrypt.examples.quickstart;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.error.PayCryptException;
import com.paycrypt.sdk.money.Money;
import com.paycrypt.sdk.session.PaymentSession;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The whole job in one process: a session, its checkout, the webhook and the paid order. */
public final class Quickstart {
    private static final int PAID = 0;
    private static final int NOT_PAID = 1;
    private static final int WRONG_SETTINGS = 2;
    private static final Duration FOR_WEBHOOKS = Duration.ofMinutes(1);
    private static final Duration FOR_PEOPLE = Duration.ofMinutes(15);

    private final Server server;
    private final Shop shop;
    private final Story story;
    private final HttpClient http = HttpClient.newHttpClient();

    private Quickstart(Server server, Shop shop, Story story) {
        this.server = server;
        this.shop = shop;
        this.story = story;
    }

    /**
     * Runs the quickstart; exits with 0 only if the order is paid.
     *
     * @param args none but {@code --help}
     * @throws InterruptedException if it is interrupted
     */
    public static void main(String[] args) throws InterruptedException {
        System.exit(run(List.of(args), System.getenv(), new Story(System.out)));
    }

    static int run(List<String> args, Map<String, String> environment, Story story) throws InterruptedException {
        if (args.isEmpty()) {
            return run(environment, story);
        }
        story.usage();
        return args.equals(List.of("--help")) || args.equals(List.of("-h")) ? PAID : WRONG_SETTINGS;
    }

    static int run(Map<String, String> environment, Story story) throws InterruptedException {
        try (Server server = Server.of(environment);
                Shop shop = Shop.open(server.credentials(), story)) {
            return new Quickstart(server, shop, story).sell() ? PAID : NOT_PAID;
        } catch (IllegalArgumentException e) {
            story.failure(e);
            return WRONG_SETTINGS;
        } catch (PayCryptException | IOException e) {
            story.failure(e);
            return NOT_PAID;
        }
    }

    private boolean sell() throws IOException, InterruptedException {
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

    /** Anybody who saw a webhook pass can send it again: it must change nothing. */
    private boolean replay(Delivery delivery) throws IOException, InterruptedException {
        int before = shop.handled();
        int status = delivery.sendAgain(http, shop.webhookUrl());
        story.step("Somebody", "sends a copy of that webhook, which is answered " + status);
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
