package com.paycrypt.examples.servletshop;

import com.paycrypt.examples.shop.Database;
import com.paycrypt.examples.shop.Shop;
import com.paycrypt.examples.shop.ShopOptions;
import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.servlet.PayCryptWebhookFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.URI;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import org.apache.catalina.LifecycleException;

/** A shop in an embedded Tomcat. Its webhooks are behind {@link PayCryptWebhookFilter}. */
public final class ServletShop implements AutoCloseable {
    private final PayCryptClient payCrypt;
    private final Database database;
    private final EmbeddedTomcat tomcat;

    private ServletShop(PayCryptClient payCrypt, Database database, EmbeddedTomcat tomcat) {
        this.payCrypt = payCrypt;
        this.database = database;
        this.tomcat = tomcat;
    }

    /**
     * Runs the shop until the process is told to stop.
     *
     * @param args the options; {@code --help} lists them
     */
    public static void main(String[] args) {
        if (ShopOptions.askForHelp(args)) {
            System.out.println(String.format(Locale.ROOT, ShopOptions.HELP, "servlet-shop"));
        } else {
            int failure = run(args);
            if (failure != 0) {
                System.exit(failure);
            }
        }
    }

    private static int run(String... args) {
        try {
            ShopOptions options = ShopOptions.parse(args);
            ShopOptions.checkSettings(System.getenv());
            PayCryptClient payCrypt = PayCryptClient.fromEnvironment();
            Credentials credentials = Credentials.of(setting("PAYCRYPT_KEY"), setting("PAYCRYPT_SECRET"));
            ServletShop shop = start(options, payCrypt, credentials);
            Runtime.getRuntime().addShutdownHook(new Thread(shop::close, "stop"));
            System.out.println("ready at " + shop.address());
            return 0;
        } catch (IllegalArgumentException e) {
            System.err.println("servlet-shop: " + e.getMessage());
            return 2;
        } catch (IOException | LifecycleException e) {
            System.err.println("servlet-shop: cannot start: " + e.getMessage());
            return 1;
        }
    }

    private static String setting(String name) {
        return Objects.requireNonNull(System.getenv(name), name);
    }

    /**
     * Starts a shop.
     *
     * @param options where it listens and keeps its orders
     * @param payCrypt who creates its sessions; closed with the shop
     * @param credentials what its webhooks are signed with
     * @return the running shop
     * @throws IOException if it has no directory to work in
     * @throws LifecycleException if it cannot listen
     */
    public static ServletShop start(ShopOptions options, PayCryptClient payCrypt, Credentials credentials)
            throws IOException, LifecycleException {
        Database database = options.data().map(Database::at).orElseGet(Database::inMemory);
        Shop shop = new Shop(database, payCrypt);
        EmbeddedTomcat tomcat =
                new EmbeddedTomcat(options.port(), (types, context) -> register(context, shop, credentials));
        tomcat.start();
        return new ServletShop(payCrypt, database, tomcat);
    }

    private static void register(ServletContext context, Shop shop, Credentials credentials) {
        FilterRegistration.Dynamic filter = context.addFilter("paycrypt", new PayCryptWebhookFilter(credentials));
        filter.setAsyncSupported(true);
        filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, Shop.WEBHOOK_PATH);
        context.addServlet("webhook", new WebhookServlet(shop)).addMapping(Shop.WEBHOOK_PATH);
        context.addServlet("orders", new OrdersServlet(shop)).addMapping("/orders/*");
        context.addServlet("events", new EventsServlet(shop)).addMapping("/events");
    }

    /**
     * Where the shop is reached.
     *
     * @return such as {@code http://127.0.0.1:8080}
     */
    public URI address() {
        return URI.create("http://127.0.0.1:" + tomcat.port());
    }

    @Override
    public void close() {
        tomcat.close();
        payCrypt.close();
        database.close();
    }
}
