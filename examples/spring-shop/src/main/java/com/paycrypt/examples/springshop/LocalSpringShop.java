package com.paycrypt.examples.springshop;

import com.paycrypt.examples.shop.run.LocalShop;
import com.paycrypt.sandbox.spring.DevelopmentSandbox;
import java.net.URI;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;

/**
 * Runs the shop on this machine, with a sandbox unless the environment names a server. Not part of what a merchant copies:
 * there, a main class among the tests starts {@link SpringShop} with {@link DevelopmentSandbox}.
 */
@Command(name = "spring-shop", header = "Runs a shop on Spring Boot and Spring MVC.")
final class LocalSpringShop extends LocalShop {
    LocalSpringShop(Map<String, String> environment) {
        super(environment);
    }

    /**
     * Runs the shop until the process is stopped.
     *
     * @param args the options; {@code --help} lists them
     */
    public static void main(String[] args) {
        new LocalSpringShop(System.getenv()).serve(args);
    }

    @Override
    protected URI start(int port, String databaseUrl, PayCrypt payCrypt) {
        String[] properties = {
            "--server.port=" + port,
            "--server.address=127.0.0.1",
            "--spring.datasource.url=" + databaseUrl,
            "--spring.main.banner-mode=off",
            "--logging.level.root=warn"
        };
        SpringApplication.Augmented shop = SpringApplication.from(SpringShop::main);
        ConfigurableApplicationContext running = (payCrypt == PayCrypt.SANDBOX
                        ? shop.with(DevelopmentSandbox.class)
                        : shop)
                .run(properties)
                .getApplicationContext();
        return URI.create(running.getEnvironment().getRequiredProperty("shop.public-url"));
    }
}
