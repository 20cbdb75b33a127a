package com.paycrypt.examples.interop;

import com.paycrypt.examples.servletshop.ServletShop;
import com.paycrypt.examples.shop.ShopOptions;
import com.paycrypt.examples.springshop.SpringShop;
import com.paycrypt.examples.webfluxshop.WebFluxShop;
import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;

/** A shop of the examples that is up. */
record RunningShop(String address, Runnable stop) {
    private static final ShopOptions ANY_PORT = new ShopOptions(0, Optional.empty());

    static RunningShop servlet(Sandbox sandbox) throws Exception {
        Credentials credentials = Credentials.of(sandbox.key(), sandbox.secret());
        PayCryptClient payCrypt =
                PayCryptClient.builder(sandbox.baseUrl(), credentials).build();
        ServletShop shop = ServletShop.start(ANY_PORT, payCrypt, credentials);
        return new RunningShop(shop.address().toString(), shop::close);
    }

    static RunningShop spring(Sandbox sandbox) {
        ConfigurableApplicationContext shop = SpringShop.start(ANY_PORT, settings(sandbox));
        return new RunningShop(SpringShop.address(shop), shop::close);
    }

    static RunningShop webFlux(Sandbox sandbox) {
        ConfigurableApplicationContext shop = WebFluxShop.start(ANY_PORT, settings(sandbox));
        return new RunningShop(WebFluxShop.address(shop), shop::close);
    }

    private static String[] settings(Sandbox sandbox) {
        return new String[] {
            "--paycrypt.base-url=" + sandbox.baseUrl(),
            "--paycrypt.key=" + sandbox.key(),
            "--paycrypt.secret=" + sandbox.secret()
        };
    }
}
