package com.paycrypt.sdk.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.servlet.http.Await;
import com.paycrypt.sdk.servlet.http.RawSocket;
import com.paycrypt.sdk.servlet.http.Wire;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Strangers who know a key send 600 large bodies at once and never end them: no more bytes are held than the receiver
 * allows, and genuine deliveries get through during and after.
 */
@Tag("container")
class FloodTest {
    private static final String PATH = "/filtered";
    private static final int SENDERS = 600;
    private static final int BODY = 1 << 20;

    /** What a sender holds at least, once its first bytes are asked for: 64 KiB, of which 16 KiB are free. */
    private static final int MAX_ADMITTED = BODY / (48 << 10);

    @RegisterExtension
    static final Deployment SHOP = deployment();

    private final byte[] unfinished = new byte[(64 << 10) + 1];
    private final Queue<RawSocket> sockets = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private final AtomicInteger closed = new AtomicInteger();
    private final CountDownLatch answered = new CountDownLatch(SENDERS - MAX_ADMITTED);
    private long slowest;

    private static Deployment deployment() {
        Deployment shop = new Deployment();
        WebhookReceiver receiver = WebhookReceiver.builder(Deployment.CREDENTIALS)
                .maxBytesInFlight(BODY)
                .build();
        return shop.filter(new PayCryptWebhookFilter(receiver), EnumSet.of(DispatcherType.REQUEST), PATH)
                .code(PATH, (request, response) -> shop.reach(request));
    }

    @Test
    void unfinishedBodiesAreBoundedInSumAndGenuineDeliveriesGetThrough() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try {
            for (int i = 0; i < SENDERS; i++) {
                senders.execute(this::attack);
            }
            List<String> orders = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                orders.add(deliver());
            }
            Await.latch(answered);
            orders.add(deliver());

            assertThat(statuses)
                    .hasSizeGreaterThanOrEqualTo(SENDERS - MAX_ADMITTED)
                    .containsOnly(503);
            assertThat(orders)
                    .allSatisfy(order -> assertThat(SHOP.timesReached(order)).isOne());
        } finally {
            for (RawSocket socket : sockets) {
                socket.close();
            }
            senders.shutdown();
            assertThat(senders.awaitTermination(Await.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        }
        assertThat(SHOP.timesReached(deliver())).isOne();
        System.out.println("flood: the slowest genuine delivery was answered after " + slowest / 1_000_000 + " ms");
    }

    private String deliver() {
        String order = UUID.randomUUID().toString();
        long start = System.nanoTime();
        assertThat(Wire.HTTP_1_1
                        .send(Deployment.delivery(order), SHOP.url(PATH))
                        .status())
                .isEqualTo(200);
        slowest = Math.max(slowest, System.nanoTime() - start);
        return order;
    }

    /** Sends less than it declares, waits for a response, and hangs up when it has one. */
    private void attack() {
        try (RawSocket socket = new RawSocket(SHOP.port())) {
            sockets.add(socket);
            socket.write(Deployment.delivery("ORD-1").head(PATH) + "Content-Length: " + BODY + "\r\n\r\n");
            socket.writeWithoutEnd(unfinished, 1);
            int status = socket.status();
            if (status != RawSocket.CLOSED) {
                statuses.add(status);
                answered.countDown();
            }
        } catch (IOException hungUp) {
            closed.incrementAndGet();
        }
    }
}
