package com.paycrypt.examples.servletshop;

import com.paycrypt.examples.shop.BrowserPolicy;
import com.paycrypt.examples.shop.Orders;
import com.paycrypt.examples.shop.Payments;
import com.paycrypt.examples.shop.Reconciliation;
import com.paycrypt.examples.shop.Shop;
import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.servlet.PayCryptWebhookServlet;
import com.paycrypt.sdk.webhook.WebhookHandler;
import com.paycrypt.sdk.webhook.WebhookInbox;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import com.paycrypt.sdk.webhook.WebhookWorkers;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.EnumSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.LifecycleException;

/**
 * A shop in an embedded Tomcat. Each delivery is stored in the shop's database before it is acknowledged; the handler's
 * transaction also records it as handled, and workers run again what failed.
 */
public final class ServletShop implements AutoCloseable {
    private final Settings settings;
    private final PayCryptClient payCrypt;
    private final Database database;
    private final Orders orders;
    private final WebhookReceiver receiver;
    private final WebhookWorkers workers;
    private final ScheduledExecutorService reconciling = Executors.newSingleThreadScheduledExecutor();
    private final EmbeddedTomcat tomcat;

    /**
     * The shop's settings.
     *
     * @param port the port on the loopback address; 0 for a free one
     * @param databaseUrl the JDBC URL of its database
     * @param payCrypt the address of the PayCrypt server
     * @param credentials the account there, which also signs the webhooks
     */
    public record Settings(int port, String databaseUrl, URI payCrypt, Credentials credentials) {}

    private ServletShop(Settings settings) throws IOException {
        this.settings = settings;
        this.payCrypt = PayCryptClient.builder(settings.payCrypt().toString(), settings.credentials())
                .build();
        this.database = new Database(settings.databaseUrl());
        this.orders = new Orders(database.client());
        WebhookInbox inbox = WebhookInbox.jdbc(database.dataSource()).createTable();
        WebhookHandler handler =
                inbox.inTransaction((event, transaction) -> new Payments(Orders.in(transaction)).take(event));
        this.receiver = WebhookReceiver.builder(settings.credentials())
                .replayGuard(inbox)
                .handler(handler)
                .build();
        this.workers = inbox.start(handler);
        this.tomcat = new EmbeddedTomcat(settings.port(), (types, context) -> register(context));
    }

    /**
     * Starts a shop.
     *
     * @param settings its settings
     * @return the running shop
     * @throws IOException if it has no directory to work in
     * @throws LifecycleException if it cannot listen
     */
    public static ServletShop start(Settings settings) throws IOException, LifecycleException {
        ServletShop shop = new ServletShop(settings);
        try {
            shop.start();
            return shop;
        } catch (LifecycleException e) {
            shop.close();
            throw e;
        }
    }

    private void start() throws LifecycleException {
        tomcat.start();
        Reconciliation reconciliation = new Reconciliation(orders, payCrypt, Clock.systemUTC());
        var unused = reconciling.scheduleWithFixedDelay(new LoggedJob(reconciliation::run), 1, 1, TimeUnit.MINUTES);
    }

    private void register(ServletContext context) {
        Pages pages = new Pages();
        Shop shop = new Shop(orders, payCrypt, Clock.systemUTC(), this::address);
        context.addFilter("browsers", new BrowserFilter(new BrowserPolicy(settings.payCrypt())))
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
        add(context, "webhook", new PayCryptWebhookServlet(receiver), Shop.WEBHOOK_PATH);
        add(context, "shop", new ShopServlet(shop, pages), "");
        add(context, "orders", new OrdersServlet(shop, pages), "/orders/*");
        add(context, "events", new EventsServlet(shop), "/events");
        add(context, "error", new ErrorServlet(pages), ErrorServlet.PATH);
        add(context, "assets", new AssetServlet(), AssetServlet.TYPES.keySet().toArray(String[]::new));
    }

    private static void add(ServletContext context, String name, HttpServlet servlet, String... patterns) {
        context.addServlet(name, servlet).addMapping(patterns);
    }

    /**
     * Returns where the shop is reached. In production this is a setting, such as {@code https://shop.example}.
     *
     * @return such as {@code http://127.0.0.1:8080}
     */
    public URI address() {
        return URI.create("http://127.0.0.1:" + tomcat.port());
    }

    @Override
    public void close() {
        tomcat.close();
        reconciling.shutdownNow();
        workers.close();
        payCrypt.close();
        database.close();
    }
}
