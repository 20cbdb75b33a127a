package com.paycrypt.sdk.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.servlet.http.Delivery;
import com.paycrypt.sdk.servlet.http.RawSocket;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Senders that take their time over a body. */
@Tag("container")
@Execution(ExecutionMode.CONCURRENT)
@ParameterizedClass
@ValueSource(strings = {"/filtered", "/ready"})
class SlowBodyTest {
    @RegisterExtension
    static final Deployment SHOP = deployment();

    private final String path;
    private final String order = UUID.randomUUID().toString();
    private final Delivery genuine = Deployment.delivery(order);
    private final CountDownLatch answered = new CountDownLatch(1);

    SlowBodyTest(String path) {
        this.path = path;
    }

    private static Deployment deployment() {
        Deployment shop = new Deployment();
        WebhookReceiver receiver = WebhookReceiver.builder(Deployment.CREDENTIALS)
                .handler(event -> shop.reach(event.payment().orderId().orElseThrow()))
                .build();
        return shop.filter("/filtered")
                .code("/filtered", (request, response) -> shop.reach(request))
                .servlet("/ready", new PayCryptWebhookServlet(receiver));
    }

    /** The body would take hours: whatever ends it before is the limit. */
    @Test
    void aBodyThatTricklesIsNotWaitedFor() throws Exception {
        ExecutorService sender = Executors.newSingleThreadExecutor();
        try (RawSocket socket = new RawSocket(SHOP.port())) {
            socket.write(genuine.head(path) + "Content-Length: 4000\r\n\r\n");
            sender.execute(() -> trickle(socket));

            assertThat(socket.status()).isIn(400, RawSocket.CLOSED);
        } finally {
            answered.countDown();
            sender.shutdown();
        }
        assertThat(SHOP.timesReached(order)).isZero();
    }

    private void trickle(RawSocket socket) {
        try {
            while (!answered.await(100, TimeUnit.MILLISECONDS)) {
                socket.write(" ");
            }
        } catch (IOException | InterruptedException gone) {
            answered.countDown();
        }
    }

    @Test
    void aSenderWhoIsRejectedAndStallsIsAnsweredAllTheSame() throws IOException {
        Delivery forged = genuine.with(Delivery.KEY, "pk_other");
        try (RawSocket socket = new RawSocket(SHOP.port())) {
            socket.write(forged.head(path) + "Content-Length: 4000\r\n\r\n");

            assertThat(socket.status()).isEqualTo(401);
        }
    }
}
