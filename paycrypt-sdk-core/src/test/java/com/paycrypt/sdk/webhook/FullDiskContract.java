package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.logging.Level;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an inbox does on a disk that fills up. */
@Tag("servers")
abstract class FullDiskContract extends InboxFixture {
    /** More than the room that databases keep to themselves. */
    private static final int MOST = 200;

    abstract SmallDisk disk();

    @Test
    void aFullDiskIsAnsweredWith503AndServesAgainOnceThereIsRoom() throws Exception {
        SignedWebhook rejected;
        disk().fill();
        try {
            rejected = firstRejected();
        } finally {
            disk().makeRoom();
        }
        int before = handled.size();

        assertThat(receive(recording(), rejected)).isEqualTo(200);
        assertThat(handled).hasSize(before + 1).doesNotHaveDuplicates();
        assertThat(count("SELECT COUNT(*) FROM paycrypt_webhook_inbox WHERE state = 'HANDLED'"))
                .isEqualTo(handled.size());
    }

    /** Into the last room that the database keeps to itself goes what goes. */
    private SignedWebhook firstRejected() {
        for (int i = 0; i < MOST; i++) {
            SignedWebhook delivery = noisy("O-" + i);
            try (LogLines log = new LogLines(Level.INFO)) {
                int answer = receive(recording(), delivery);
                if (answer != 200) {
                    assertLost("O-" + i, answer, log);
                    return delivery;
                }
            }
        }
        return fail("the disk takes whatever comes");
    }

    private void assertLost(String order, int answer, LogLines log) {
        assertThat(answer).isEqualTo(503);
        assertThat(handled).doesNotContain(order);
        assertThat(log.at(Level.SEVERE))
                .singleElement()
                .asString()
                .contains(
                        "LOST, the replay guard failed",
                        "order=" + order + " ",
                        "session=" + order.replace("O-", "ps_") + " ",
                        "type=payment.succeeded");
    }

    /** Of a few KiB that no database makes shorter. */
    private static SignedWebhook noisy(String order) {
        byte[] noise = new byte[4000];
        RandomGeneratorFactory.of("L64X128MixRandom").create(order.hashCode()).nextBytes(noise);
        String json = new String(body(order), StandardCharsets.UTF_8);
        return signed(json.substring(0, json.length() - 1) + ",\"noise\":\""
                + Base64.getEncoder().encodeToString(noise) + "\"}");
    }
}
