package com.paycrypt.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A shop that takes other spellings for the webhook path, and other paths as well: nothing gets to it unverified. */
@Tag("alone")
@Tag("full")
@Tag("server")
class SpellingTest {
    private static final String REJECTED = "{\"error\":\"unauthorized\"}";

    private static Shop controller;
    private static Shop listener;

    @BeforeAll
    static void start() {
        boolean mvc = Cell.STACK.equals("mvc");
        controller = Shop.start(mvc ? MvcRewriting.WithController.class : FluxRewriting.WithController.class);
        listener = Shop.start(mvc ? MvcRewriting.WithListener.class : FluxRewriting.WithListener.class);
    }

    @AfterAll
    static void stop() {
        if (controller != null) {
            controller.close();
            listener.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/paycrypt/webhook/", "/API/paycrypt/webhook", "/api/paycrypt/WebHook/"})
    void everySpellingIsVerified(String path) throws Exception {
        assertRejected(path);
    }

    /** Jetty takes no empty segments, from whomever they come. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/paycrypt/webhook//", "/api/paycrypt//webhook", "//api/paycrypt/webhook"})
    void thoseWithEmptySegmentsAreVerifiedAsWell(String path) throws Exception {
        Assumptions.assumeFalse(Cell.SERVER.equals("jetty"), "this cell is of jetty");
        assertRejected(path);
    }

    @Test
    void whatIsVerifiedReachesTheShopByThem() throws Exception {
        Applications.RawController raw = controller.bean(Applications.RawController.class);
        int before = raw.arrived.getAndSet(0);

        int status = controller
                .send(controller.signed(Shop.paid(), "/api/paycrypt/webhook/").build())
                .statusCode();

        assertThat(before).isZero();
        assertThat(status).isEqualTo(200);
        assertThat(raw.arrived.getAndSet(0)).isEqualTo(1);
    }

    @Test
    void whatAFilterSendsToThePathFromElsewhereIsRejected() throws Exception {
        Cell.assumeWithout("security");
        assertRejected("/hook");
    }

    private static void assertRejected(String path) throws Exception {
        HttpResponse<String> byController = controller.send(forged(controller, path));
        HttpResponse<String> byListener = listener.send(forged(listener, path));

        assertThat(byController.statusCode()).isEqualTo(401);
        assertThat(byController.body()).isEqualTo(REJECTED);
        assertThat(byListener.statusCode()).isEqualTo(401);
        assertThat(byListener.body()).isEqualTo(REJECTED);
        assertThat(taken()).isZero();
    }

    private static int taken() {
        return controller.bean(Applications.RawController.class).arrived.get()
                + listener.bean(Applications.Listener.class).taken.size();
    }

    private static HttpRequest forged(Shop shop, String path) {
        return shop.signed(Shop.paid(), path)
                .setHeader("X-Paycrypt-Signature", "0".repeat(64))
                .build();
    }
}
