package com.paycrypt.sdk.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.servlet.http.Answer;
import com.paycrypt.sdk.servlet.http.Await;
import com.paycrypt.sdk.servlet.http.Delivery;
import com.paycrypt.sdk.servlet.http.Wire;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import com.paycrypt.sdk.webhook.WebhookResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A delivery reaches the shop's code once, unless that code failed. */
@Tag("container")
@ParameterizedClass
@EnumSource(Wire.class)
class ReplayTest {
    private static final int COPIES = 40;

    @RegisterExtension
    static final Deployment SHOP = deployment();

    private static final Map<String, CountDownLatch> HELD = new ConcurrentHashMap<>();

    private final Wire wire;
    private final String order = UUID.randomUUID().toString();
    private final Delivery genuine = Deployment.delivery(order);

    ReplayTest(Wire wire) {
        this.wire = wire;
    }

    private static Deployment deployment() {
        Deployment shop = new Deployment();
        WebhookReceiver receiver = WebhookReceiver.builder(Deployment.CREDENTIALS)
                .handler(event -> hold(shop, event.payment().orderId().orElseThrow()))
                .build();
        return shop.filter("/filtered/*")
                .code("/filtered/holding", (request, response) -> holding(shop, request))
                .code("/filtered/failing", (request, response) -> failing(shop, request, response))
                .code("/filtered/reporting", (request, response) -> reporting(shop, request, response))
                .servlet("/ready", new PayCryptWebhookServlet(receiver));
    }

    private static void holding(Deployment shop, HttpServletRequest request) throws InterruptedException {
        hold(shop, PayCryptWebhookFilter.event(request).payment().orderId().orElseThrow());
    }

    /** The code is busy until the test has seen what the copies were told. */
    private static void hold(Deployment shop, String order) throws InterruptedException {
        shop.reach(order);
        CountDownLatch held = HELD.get(order);
        if (held != null) {
            Await.latch(held);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/filtered/holding", "/ready"})
    void ofFortyCopiesAtOnceOneReachesTheCodeAndTheOthersAreToldToWait(String path) throws Exception {
        CountDownLatch held = new CountDownLatch(COPIES - 1);
        HELD.put(order, held);
        CyclicBarrier start = new CyclicBarrier(COPIES);

        List<Answer> answers = atOnce(() -> {
            Await.all(start);
            Answer answer = wire.send(genuine, SHOP.url(path));
            held.countDown();
            return answer;
        });

        assertThat(SHOP.timesReached(order)).isOne();
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 409))
                .hasSize(COPIES - 1)
                .allMatch(answer -> answer.body().equals("{\"error\":\"in_progress\"}"));
    }

    private static List<Answer> atOnce(Callable<Answer> sender) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(COPIES);
        try {
            List<Future<Answer>> sent = threads.invokeAll(
                    Stream.generate(() -> sender).limit(COPIES).toList());
            List<Answer> answers = new java.util.ArrayList<>();
            for (Future<Answer> answer : sent) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/filtered/holding", "/ready"})
    void aCopyOfOneThatWasTakenIsAcknowledgedAndDoesNotReachTheCode(String path) {
        wire.send(genuine, SHOP.url(path));
        Answer copy = wire.send(genuine, SHOP.url(path));

        assertThat(copy.status()).isEqualTo(200);
        assertThat(copy.body()).isEqualTo("{\"ok\":true}");
        assertThat(SHOP.timesReached(order)).isOne();
    }

    @Test
    void theSameNewsSignedAnewIsAnotherDelivery() {
        wire.send(genuine, SHOP.url("/filtered/holding"));
        Delivery earlier = Delivery.of(
                genuine.text(),
                Deployment.CREDENTIALS,
                java.time.Clock.offset(java.time.Clock.systemUTC(), java.time.Duration.ofSeconds(-100)));
        wire.send(earlier, SHOP.url("/filtered/holding"));

        assertThat(SHOP.timesReached(order)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Failure.class)
    void aDeliveryThatTheShopsCodeFailedMayComeAgain(Failure failure) {
        Answer first = wire.send(genuine, SHOP.url("/filtered/failing?" + failure));
        Answer second = sendOnceSettled("/filtered/failing?" + failure);
        Answer third = sendOnceSettled("/filtered/failing?NONE");
        Answer fourth = sendOnceSettled("/filtered/failing?NONE");

        assertThat(first.status()).isEqualTo(failure.status);
        assertThat(second.status()).isEqualTo(failure.status);
        assertThat(third.status()).isEqualTo(204);
        assertThat(fourth.status()).isEqualTo(200);
        assertThat(SHOP.timesReached(order)).isEqualTo(3);
    }

    @Test
    void aFailureThatIsReportedCountsWhateverIsAnsweredAfterwards() {
        Answer first = wire.send(genuine, SHOP.url("/filtered/reporting"));
        Answer second = sendOnceSettled("/filtered/failing?NONE");

        assertThat(first.status()).isEqualTo(202);
        assertThat(first.header("Proposed")).isEqualTo("500");
        assertThat(second.status()).isEqualTo(204);
        assertThat(SHOP.timesReached(order)).isEqualTo(2);
    }

    private static void reporting(Deployment shop, HttpServletRequest request, HttpServletResponse response) {
        shop.reach(request);
        WebhookResponse proposed = PayCryptWebhookFilter.failed(request, new IllegalStateException("no stock"));
        response.setHeader("Proposed", Integer.toString(proposed.status()));
        response.setStatus(202);
    }

    private Answer sendOnceSettled(String path) {
        return wire.sendOnceSettled(genuine, SHOP.url(path));
    }

    private static void failing(Deployment shop, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        shop.reach(request);
        if (request.getQueryString().equals("NONE")) {
            response.setStatus(204);
        } else {
            Failure.valueOf(request.getQueryString()).happen(response);
        }
    }

    /** How the shop's code may fail. */
    enum Failure {
        AN_EXCEPTION(500) {
            @Override
            void happen(HttpServletResponse response) {
                throw new IllegalStateException("no stock");
            }
        },
        AN_ERROR(500) {
            @Override
            void happen(HttpServletResponse response) {
                throw new StackOverflowError("a servlet's mistake");
            }
        },
        AN_ERROR_SENT(503) {
            @Override
            void happen(HttpServletResponse response) throws Exception {
                response.sendError(503);
            }
        },
        A_STATUS(422) {
            @Override
            void happen(HttpServletResponse response) {
                response.setStatus(422);
            }
        },
        A_REDIRECT(302) {
            @Override
            void happen(HttpServletResponse response) throws Exception {
                response.sendRedirect("/login");
            }
        };

        private final int status;

        Failure(int status) {
            this.status = status;
        }

        abstract void happen(HttpServletResponse response) throws Exception;
    }
}
