package com.paycrypt.examples.webfluxshop;

import com.paycrypt.examples.shop.Database;
import com.paycrypt.examples.shop.Shop;
import com.paycrypt.examples.shop.ShopOptions;
import com.paycrypt.sdk.PayCryptClient;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** A shop on Spring Boot and Spring WebFlux. The SDK's part is configured by PAYCRYPT_BASE_URL, _KEY and _SECRET. */
@SpringBootApplication
public class WebFluxShop {
    /**
     * Runs the shop until the process is told to stop.
     *
     * @param args the options; {@code --help} lists them
     */
    public static void main(String[] args) {
        if (ShopOptions.askForHelp(args)) {
            System.out.println(String.format(Locale.ROOT, ShopOptions.HELP, "webflux-shop"));
            return;
        }
        try {
            ShopOptions options = ShopOptions.parse(args);
            ShopOptions.checkSettings(System.getenv());
            System.out.println("ready at " + address(start(options)));
        } catch (IllegalArgumentException e) {
            System.err.println("webflux-shop: " + e.getMessage());
            System.exit(2);
        }
    }

    /**
     * Starts a shop.
     *
     * @param options where it listens and keeps its orders
     * @param settings properties beside those of the environment, as {@code --name=value}
     * @return the running shop
     */
    public static ConfigurableApplicationContext start(ShopOptions options, String... settings) {
        SpringApplication application = new SpringApplication(WebFluxShop.class);
        application.setWebApplicationType(WebApplicationType.REACTIVE);
        application.setDefaultProperties(Map.of("server.port", options.port()));
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("shopOptions", options));
        return application.run(settings);
    }

    /**
     * Where a running shop is reached.
     *
     * @param shop the shop
     * @return such as {@code http://127.0.0.1:8080}
     */
    public static String address(ConfigurableApplicationContext shop) {
        return "http://127.0.0.1:" + shop.getEnvironment().getProperty("local.server.port");
    }

    /** What {@link #start} was given stands in the context already; tests start the shop without it. */
    @Bean
    @ConditionalOnMissingBean
    ShopOptions shopOptions() {
        return ShopOptions.parse();
    }

    @Bean
    Database database(ShopOptions options) {
        return options.data().map(Database::at).orElseGet(Database::inMemory);
    }

    @Bean
    Shop shop(Database database, PayCryptClient payCrypt) {
        return new Shop(database, payCrypt);
    }
}
