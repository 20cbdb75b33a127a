package com.paycrypt.examples.springshop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.examples.doctor.Doctor;
import com.paycrypt.examples.shop.Order;
import com.paycrypt.examples.shop.Orders;
import com.paycrypt.examples.shop.Reconciliation;
import com.paycrypt.examples.shop.Shop;
import com.paycrypt.examples.shop.TakenEvent;
import com.paycrypt.examples.shop.Verdict;
import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sandbox.model.Fault;
import com.paycrypt.sandbox.model.Rule;
import com.paycrypt.sdk.PayCryptClient;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The shop on PostgreSQL, for which one property is set: every statement of the shop and of its inbox. */
@Tag("servers")
@DirtiesContext
@Import(FailedHandlingTest.Watching.class)
class PostgresTest extends FailedHandlingTest {
    @RegisterExtension
    static final PostgresServer SERVER = new PostgresServer();

    @Autowired
    Orders orders;

    @Autowired
    PayCryptClient payCrypt;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", SERVER::url);
    }

    @AfterEach
    void reset() {
        sandbox.dialect(Dialect.GUIDE);
    }

    @Test
    void theDoctorFindsNothing() {
        Order order = shop.order("kettle").orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        int exitCode = new Doctor(Map.of("PAYCRYPT_KEY", sandbox.key(), "PAYCRYPT_SECRET", sandbox.secret()))
                .run(
                        new PrintStream(out, true, UTF_8),
                        System.err,
                        "--to=http://127.0.0.1:" + port + Shop.WEBHOOK_PATH,
                        "--events=http://127.0.0.1:" + port + "/events",
                        "--order=" + order.id(),
                        "--amount=49.00",
                        "--currency=USD",
                        "--timeout=300",
                        "--wait=300");

        assertThat(exitCode).as(out.toString(UTF_8)).isZero();
        assertThat(out.toString(UTF_8)).contains(" 0 wrong, 0 not looked at");
        assertThat(state(order)).isEqualTo(Order.State.PAID);
    }

    @Test
    void checkoutsAtTheSameTimeEndInOneSession() throws Exception {
        sandbox.dialect(Dialect.OLDER); // which makes a session of every request
        Order order = shop.order("mug").orElseThrow();
        Callable<String> checkout = () -> shop.checkout(order).getPath();
        ExecutorService threads = Executors.newFixedThreadPool(8);

        Set<String> pages = new HashSet<>();
        for (Future<String> page : threads.invokeAll(Collections.nCopies(8, checkout))) {
            pages.add(page.get());
        }
        threads.shutdown();

        assertThat(pages).containsExactly("/checkout/" + checkout(order));
    }

    @Test
    void aPaymentFromAnotherSessionIsReported() {
        Order order = shop.order("grinder").orElseThrow();
        String failed = checkout(order);
        sandbox.customer(failed).fails();
        sandbox.webhooks().await(failed);
        String paid = checkout(order);
        assertThat(paid).isNotEqualTo(failed);

        sandbox.customer(paid).pays();
        sandbox.webhooks().await(paid);
        sandbox.webhooks().trigger(failed, "payment.succeeded");
        sandbox.webhooks().await(failed);

        assertThat(shop.attention())
                .filteredOn(event -> order.id().equals(event.orderId()))
                .singleElement()
                .extracting(TakenEvent::sessionId, TakenEvent::verdict)
                .containsExactly(failed, Verdict.PAID_TWICE);
        assertThat(shop.newest()).extracting(Order::id).contains(order.id());
    }

    @Test
    void aPaymentWithoutWebhookIsPutIntoReview() {
        Order order = shop.order("kettle").orElseThrow();
        String session = checkout(order);
        sandbox.rules().add(Rule.of(Fault.LOST).session(session));
        sandbox.customer(session).pays();
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(3));

        new Reconciliation(orders, payCrypt, later).run();

        assertThat(state(order)).isEqualTo(Order.State.IN_REVIEW);
    }
}
