package com.paycrypt.examples.webfluxshop;

import com.paycrypt.examples.shop.run.LocalShop;
import com.paycrypt.sandbox.spring.DevelopmentSandbox;
import java.net.URI;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;

/**
 * Runs the shop on this machine, with a sandbox unless the environment names a server. Not part of what a merchant copies:
 * there, a main class among the tests starts {@link WebFluxShop} with {@link DevelopmentSandbox}.
 */
@Command(name = "webflux-shop", header = "Runs a shop on Spring Boot and Spring WebFlux.")
final class LocalWebFluxShop extends LocalShop {
    LocalWebFluxShop(Map<String, String> environment) {
        super(environment);
    }

    /**
     * Runs the shop until the process is stopped.
     *
     * @param args the options; {@code --help} lists them
     */
    public static void main(String[] args) {
        new LocalWebFluxShop(System.getenv()).serve(args);
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
        SpringApplication.Augmented shop = SpringApplication.from(WebFluxShop::main);
        ConfigurableApplicationContext running = (payCrypt == PayCrypt.SANDBOX
                        ? shop.with(DevelopmentSandbox.class)
                        : shop)
                .run(properties)
                .getApplicationContext();
        return URI.create(running.getEnvironment().getRequiredProperty("shop.public-url"));
    }
}
