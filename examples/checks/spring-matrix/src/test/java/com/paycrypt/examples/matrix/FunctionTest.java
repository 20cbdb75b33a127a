package com.paycrypt.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Shops without controllers: their functions have the verified event, too. */
@Tag("alone")
class FunctionTest {
    private static Shop shop;

    @BeforeAll
    static void start() {
        shop = Shop.start(Cell.STACK.equals("mvc") ? MvcFunctions.class : FluxFunctions.class);
    }

    @AfterAll
    static void stop() {
        if (shop != null) {
            shop.close();
        }
    }

    @Test
    void aFunctionTakesTheVerifiedEvent() throws Exception {
        HttpResponse<String> answer = shop.deliver(Shop.paid());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("ORD-123");
    }

    @Test
    void nothingElseReachesIt() throws Exception {
        HttpResponse<String> answer = shop.send(shop.signed(Shop.paid(), "/api/paycrypt/webhook")
                .setHeader("X-Paycrypt-Signature", "0".repeat(64))
                .build());

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void whereNothingIsVerifiedThereIsNoEvent() throws Exception {
        Cell.assumeStack("webflux");
        HttpResponse<String> answer =
                shop.send(shop.signed(Shop.paid(), "/elsewhere").build());

        assertThat(answer.body()).startsWith("Nothing was verified on this exchange, to /elsewhere");
    }
}
