package com.paycrypt.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servlets that are mapped to a prefix: containers know more spellings of one than Spring can take apart. */
@Tag("alone")
@Tag("mvc")
@Tag("server")
class PrefixTest {
    private static Shop shop;

    @BeforeAll
    static void start() {
        shop = Shop.start(
                MvcNeighbour.class,
                "spring.mvc.servlet.path=/mvc",
                "server.servlet.context-path=/shop",
                "server.forward-headers-strategy=framework");
    }

    @AfterAll
    static void stop() {
        if (shop != null) {
            shop.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shop/legacy/x", "/shop/legacy;y=1/x", "/shop/%6cegacy/x"})
    void whatIsNotOursIsLeftAlone(String path) throws Exception {
        HttpRequest request = shop.request(path).build();

        assertThat(shop.send(request).body()).isEqualTo("legacy");
    }

    /** Jetty's own filter for web sockets fails on some of these. */
    @ParameterizedTest
    @ValueSource(strings = {"shop", "/a?b", "/a,/b;x/.."})
    void aProxysPrefixThatMakesNoSenseIsLeftAlone(String prefix) throws Exception {
        Assumptions.assumeTrue(Cell.SERVER.equals("tomcat"), "this cell is not of tomcat");
        HttpRequest request = shop.request("/shop/legacy/x")
                .header("X-Forwarded-Prefix", prefix)
                .build();

        assertThat(shop.send(request).body()).isEqualTo("legacy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/shop/mvc/api/paycrypt/webhook",
                "/shop/mvc;y=1/api/paycrypt/webhook",
                "/shop/%6dvc/api/paycrypt/webhook",
                "/shop/mvc/api/paycrypt/webhook/"
            })
    void whatIsOursIsVerified(String path) throws Exception {
        HttpRequest forged = shop.signed(Shop.paid(), path)
                .setHeader("X-Paycrypt-Signature", "0".repeat(64))
                .build();

        assertThat(shop.send(forged).statusCode()).isEqualTo(401);
        assertThat(shop.bean(Applications.RawController.class).arrived).hasValue(0);
    }
}
