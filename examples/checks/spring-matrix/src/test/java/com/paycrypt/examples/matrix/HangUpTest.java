package com.paycrypt.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.webhook.SignedWebhook;
import java.net.Socket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Senders who hang up before the shop is done, on the stack that would like to cancel it then. */
@Tag("alone")
@Tag("webflux")
class HangUpTest {
    @ParameterizedTest
    @CsvSource({"nothing, 200, 1", "an empty Mono, 200, 1", "a text, 200, 1", "a rejection, 423, 2"})
    void theDeliveryIsDecidedByWhatTheControllerAnswers(String answer, int status, int handled) throws Exception {
        try (Shop shop = Shop.start(FluxSlow.answering(answer))) {
            FluxSlow.Gate gate = shop.bean(FluxSlow.Gate.class);
            SignedWebhook delivery = Shop.paid();
            hangUpOn(shop, gate, delivery);
            gate.open.countDown();

            assertThat(shop.deliverSettled(delivery)).isEqualTo(status);
            assertThat(gate.passed).hasValue(handled);
        }
    }

    private static void hangUpOn(Shop shop, FluxSlow.Gate gate, SignedWebhook delivery) throws Exception {
        try (Socket sender = shop.open(delivery, delivery.body().length)) {
            Await.latch(gate.entered);
            sender.setSoLinger(true, 0);
        }
        Await.latch(gate.hungUp);
    }
}
