package com.paycrypt.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.spring.WebhookReceiverCustomizer;
import com.paycrypt.sdk.webhook.ReplayGuard;
import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookSigner;
import io.netty.util.ResourceLeakDetector;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import reactor.core.scheduler.Schedulers;

/** What a server with few threads must never do: block one of them, keep a buffer, or leave a delivery undecided. */
@Isolated
@Tag("alone")
@Tag("webflux")
@ExtendWith(OutputCaptureExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FluxTest {
    private static Shop shop;

    /** Sends all of a genuine delivery but its last bytes, and is waited for while the other tests run. */
    private static Socket stalled;

    @BeforeAll
    static void start() throws Exception {
        System.setProperty("io.netty.leakDetection.targetRecords", "8");
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
        shop = Shop.start(Slow.class, "paycrypt.webhook.max-body-size=64KB");
        SignedWebhook delivery = Shop.paid();
        stalled = shop.open(delivery, delivery.body().length + 10);
    }

    @AfterAll
    static void stop() throws Exception {
        if (shop != null) {
            stalled.close();
            shop.close();
            ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.SIMPLE);
        }
    }

    @Test
    void guardAndListenerRunWhereTheyMayBlock() throws Exception {
        assertThat(shop.deliver(Shop.paid()).statusCode()).isEqualTo(200);

        assertThat(shop.bean(Threads.class).blocked).isNotEmpty().containsOnly(false);
    }

    @Test
    void aSenderWhoHangsUpDoesNotStopTheShop() throws Exception {
        Gate gate = shop.bean(Gate.class);
        gate.closeNext();
        SignedWebhook delivery = Shop.paid("slow");
        try (Socket sender = shop.open(delivery, delivery.body().length)) {
            Await.latch(gate.entered);
            sender.setSoLinger(true, 0);
        }
        gate.open.countDown();

        Await.permit(gate.done);
        assertThat(shop.deliverSettled(delivery)).isEqualTo(200);
        assertThat(gate.done.tryAcquire()).isFalse();
    }

    @Test
    void aSenderWhoIsRejectedAndStallsIsAnsweredAllTheSame() throws Exception {
        SignedWebhook strangers = WebhookSigner.of(Credentials.of("pk_other", "sk_other"))
                .sign(Shop.PAID.getBytes(StandardCharsets.UTF_8));
        try (Socket sender = shop.open(strangers, strangers.body().length + 10)) {
            String answer = new String(sender.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertThat(answer).startsWith("HTTP/1.1 401 ").endsWith("{\"error\":\"unauthorized\"}");
        }
    }

    @Test
    void noBufferLeaksWhateverComes(CapturedOutput output) throws Exception {
        for (int i = 0; i < 200; i++) {
            SignedWebhook delivery = Shop.paid();
            shop.open(delivery, delivery.body().length + 10).close();
            shop.sendOnKept(shop.signed(Shop.sign("x".repeat(70_000)), "/api/paycrypt/webhook")
                    .build());
            shop.sendOnKept(shop.signed(delivery, "/api/paycrypt/webhook")
                    .setHeader("X-Paycrypt-Key", "other")
                    .build());
            shop.deliver(Shop.paid());
        }
        assertNoLeak(output);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void aGenuineSenderWhoStallsIsNotWaitedForForEver(CapturedOutput output) throws Exception {
        String answer = new String(stalled.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("{\"error\":\"bad_request\"}");
        assertNoLeak(output);
    }

    private static void assertNoLeak(CapturedOutput output) throws Exception {
        System.gc();
        for (int i = 0; i < 50; i++) {
            shop.deliver(Shop.paid());
        }
        assertThat(output.getAll()).doesNotContain("LEAK");
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({Threads.class, Gate.class})
    static class Slow {
        @Bean
        WebhookReceiverCustomizer watchedGuard(Threads threads) {
            return builder -> builder.replayGuard(new WatchedGuard(ReplayGuard.inMemory(), threads));
        }
    }

    /** Which of the calls came on a thread that must not block. */
    static class Threads {
        final List<Boolean> blocked = new CopyOnWriteArrayList<>();

        void look() {
            blocked.add(Schedulers.isInNonBlockingThread());
        }
    }

    /** A listener that can be held. */
    static class Gate {
        private final Threads threads;
        final Semaphore done = new Semaphore(0);
        volatile CountDownLatch entered = new CountDownLatch(1);
        volatile CountDownLatch open = new CountDownLatch(0);

        Gate(Threads threads) {
            this.threads = threads;
        }

        void closeNext() {
            entered = new CountDownLatch(1);
            open = new CountDownLatch(1);
        }

        @EventListener
        void paid(WebhookEvent event) throws InterruptedException {
            threads.look();
            if (event.id().equals("evt_slow")) {
                entered.countDown();
                open.await();
                done.release();
            }
        }
    }

    /** Tells on which threads a guard is asked. */
    record WatchedGuard(ReplayGuard guard, Threads threads) implements ReplayGuard {
        @Override
        public Claim claim(Ticket ticket) {
            threads.look();
            return guard.claim(ticket);
        }

        @Override
        public boolean confirm(Ticket ticket, String token) {
            threads.look();
            return guard.confirm(ticket, token);
        }

        @Override
        public boolean release(Ticket ticket, String token, Throwable cause) {
            threads.look();
            return guard.release(ticket, token, cause);
        }
    }
}
