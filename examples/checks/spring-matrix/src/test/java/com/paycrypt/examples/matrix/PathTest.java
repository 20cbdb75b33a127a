package com.paycrypt.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The webhook path is spelled as a controller's mapping spells it, wherever the application lies. */
@Tag("full")
@Tag("server")
class PathTest {
    private static final String PATH = "/api/paycrypt/webhook";
    private static final String CONTEXT = "server.servlet.context-path=/shop";
    private static final String SERVLET = "spring.mvc.servlet.path=/mvc";
    private static final String BASE = "spring.webflux.base-path=/shop";

    @ParameterizedTest
    @MethodSource("ofControllers")
    void aControllerTakesWhatIsVerified(String prefix, String[] properties) throws Exception {
        try (Shop shop = Shop.start(Applications.WithController.class, properties)) {
            assertThat(genuine(shop, prefix)).isEqualTo(200);
            assertThat(shop.bean(Applications.Controller.class).taken).hasSize(1);
            assertThat(forged(shop, prefix)).isEqualTo(401);
            assertThat(forged(shop, "")).isBetween(400, 499);
            assertThat(shop.bean(Applications.Controller.class).taken).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("ofListeners")
    void aListenerTakesWhatIsVerified(String prefix, String[] properties) throws Exception {
        try (Shop shop = Shop.start(Applications.WithListener.class, properties)) {
            assertThat(genuine(shop, prefix)).isEqualTo(200);
            assertThat(shop.bean(Applications.Listener.class).taken).hasSize(1);
            assertThat(forged(shop, prefix)).isEqualTo(401);
            assertThat(forged(shop, "")).isBetween(400, 499);
            assertThat(shop.bean(Applications.Listener.class).taken).hasSize(1);
        }
    }

    /** The two together, and each of them once. */
    static Stream<Arguments> ofControllers() {
        return Cell.STACK.equals("mvc")
                ? Stream.of(
                        Arguments.of("/shop/mvc", new String[] {CONTEXT, SERVLET}),
                        Arguments.of("/mvc", new String[] {SERVLET}))
                : Stream.of(Arguments.of("/shop", new String[] {BASE}));
    }

    static Stream<Arguments> ofListeners() {
        return Cell.STACK.equals("mvc")
                ? Stream.of(
                        Arguments.of("/shop/mvc", new String[] {CONTEXT, SERVLET}),
                        Arguments.of("/shop", new String[] {CONTEXT}))
                : Stream.of(Arguments.of("/shop", new String[] {BASE}));
    }

    private static int genuine(Shop shop, String prefix) throws Exception {
        return shop.send(shop.signed(Shop.paid(), prefix + PATH).build()).statusCode();
    }

    private static int forged(Shop shop, String prefix) throws Exception {
        return shop.send(shop.signed(Shop.paid(), prefix + PATH)
                        .setHeader("X-Paycrypt-Signature", "0".repeat(64))
                        .build())
                .statusCode();
    }
}
