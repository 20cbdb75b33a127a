package com.paycrypt.examples.interop;

import com.paycrypt.examples.servletshop.ServletShop;
import com.paycrypt.examples.springshop.SpringShop;
import com.paycrypt.examples.webfluxshop.WebFluxShop;
import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sdk.auth.Credentials;
import java.net.URI;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A shop of the examples that is up, on a database of its own. */
record RunningShop(String address, String database, Runnable stop) {
    /** The name that Boot gives to the user of a database in memory; the URL has it for the others. */
    private static final String USER = "sa";

    /** What the shops are built on. */
    enum Kind {
        SERVLET,
        SPRING,
        WEBFLUX;

        RunningShop start(Sandbox sandbox) throws Exception {
            return switch (this) {
                case SERVLET -> servlet(sandbox);
                case SPRING -> spring(SpringShop.class, WebApplicationType.SERVLET, sandbox);
                case WEBFLUX -> spring(WebFluxShop.class, WebApplicationType.REACTIVE, sandbox);
            };
        }
    }

    private static RunningShop servlet(Sandbox sandbox) throws Exception {
        String database = newDatabase();
        Credentials credentials = Credentials.of(sandbox.key(), sandbox.secret());
        ServletShop shop =
                ServletShop.start(new ServletShop.Settings(0, database, URI.create(sandbox.baseUrl()), credentials));
        return new RunningShop(shop.address().toString(), database, shop::close);
    }

    private static RunningShop spring(Class<?> application, WebApplicationType type, Sandbox sandbox) {
        String database = newDatabase();
        ConfigurableApplicationContext shop = new SpringApplicationBuilder(application)
                .web(type)
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=warn",
                        "--spring.datasource.url=" + database,
                        "--spring.datasource.username=" + USER,
                        "--paycrypt.base-url=" + sandbox.baseUrl(),
                        "--paycrypt.key=" + sandbox.key(),
                        "--paycrypt.secret=" + sandbox.secret());
        return new RunningShop(
                "http://127.0.0.1:" + shop.getEnvironment().getProperty("local.server.port"), database, shop::close);
    }

    private static String newDatabase() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";WRITE_DELAY=0;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000;USER=" + USER;
    }
}
