package com.paycrypt.sandbox.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sandbox.model.Coin;
import com.paycrypt.sandbox.model.Fact;
import com.paycrypt.sandbox.model.Fact.Kind;
import com.paycrypt.sandbox.model.Order;
import com.paycrypt.sandbox.support.Merchant;
import com.paycrypt.sandbox.support.Receiver;
import com.paycrypt.sandbox.support.TestClock;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class JournalTest {
    @Test
    void everythingThatHappensToASessionIsAFactInItsOrder() throws IOException {
        try (Receiver receiver = Receiver.start();
                Sandbox sandbox = Sandbox.start()) {
            String id = new Merchant(sandbox).createSession(receiver.url());
            sandbox.customer(id).chooses(Coin.USDT_TRON).paysUnconfirmed().confirms(19);
            sandbox.webhooks().await();

            assertThat(sandbox.journal().stream().filter(fact -> fact.kind() != Kind.ATTEMPT))
                    .extracting(Fact::text)
                    .containsExactly(
                            "created for order ORD-123, 49.00 USD",
                            "chose USDT on Tron (TRC-20)",
                            "49.000000 USDT on Tron (TRC-20) came in, 0 of 19 confirmations",
                            "open -> pending",
                            "d1 payment.pending to " + receiver.url(),
                            "49.000000 USDT on Tron (TRC-20) has 19 of 19 confirmations",
                            "pending -> paid",
                            "d2 payment.succeeded to " + receiver.url());
            assertThat(sandbox.journal().stream().filter(fact -> fact.kind() == Kind.ATTEMPT))
                    .hasSize(2)
                    .allSatisfy(fact -> assertThat(fact.text()).contains(": 200 after "));
            assertThat(sandbox.journal()).extracting(Fact::number).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void whatTimeDoesIsAFactToo() {
        try (Sandbox sandbox = Sandbox.start()) {
            String id = new Merchant(sandbox).createSession("http://127.0.0.1:9/");
            sandbox.advance(Duration.ofMinutes(30));

            assertThat(sandbox.journal())
                    .last()
                    .satisfies(fact -> assertThat(fact.line()).endsWith(id + " state open -> expired"));
        }
    }

    @Test
    void aFactCanBeWaitedFor() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            CompletableFuture<List<Fact>> waiting = CompletableFuture.supplyAsync(() -> await(sandbox));
            new Merchant(sandbox).createSession("http://127.0.0.1:9/");

            assertThat(waiting.get()).extracting(Fact::kind).contains(Kind.REQUEST);
        }
    }

    @Test
    void seedAndClockMakeARunRepeatable() {
        assertThat(run(7)).isEqualTo(run(7)).isNotEqualTo(run(8));
    }

    @Test
    void itNeverTakesMoreThanItsBytes() {
        Ledger ledger = ledger(1 << 20);
        for (int n = 0; n < 20_000; n++) {
            ledger.journal().add(Kind.SETTING, "x".repeat(100));
        }

        assertThat(ledger.journal().all()).hasSizeBetween(400, 600);
        assertThat(ledger.journal().last()).isEqualTo(20_000);
    }

    @Test
    void theOldestSessionsAreForgottenWithTheirDeliveries() {
        Ledger ledger = ledger(1 << 20);
        for (int n = 0; n < 100; n++) {
            var session = ledger.sessions().open(order("ORD-" + n, "m".repeat(50_000)));
            ledger.deliveries().add(session, "payment.pending", URI.create("http://127.0.0.1/"), "{}");
        }

        assertThat(ledger.sessions().newest(Long.MAX_VALUE, 1_000)).hasSizeBetween(3, 8);
        assertThat(ledger.deliveries().all()).hasSameSizeAs(ledger.sessions().newest(Long.MAX_VALUE, 1_000));
        assertThat(ledger.sessions().forgotten()).isGreaterThan(90);
        assertThat(ledger.journal().newest(fact -> fact.kind() == Kind.FORGOTTEN, 100))
                .isNotEmpty();
        assertThat(ledger.sessions().firstIfOpen("ORD-0")).isEmpty();
        assertThat(ledger.sessions().firstIfOpen("ORD-99")).isPresent();
    }

    private static List<Fact> await(Sandbox sandbox) {
        try {
            return sandbox.awaitFactsAfter(0, Duration.ofSeconds(60));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Fact> run(long seed) {
        TestClock clock = new TestClock(Instant.ofEpochSecond(1_723_650_000));
        try (Sandbox sandbox = Sandbox.builder().clock(clock).seed(seed).start()) {
            String id = new Merchant(sandbox, clock).createSession("http://merchant.tld/");
            sandbox.customer(id).pays();
            sandbox.webhooks().await();
            return sandbox.journal();
        }
    }

    private static Ledger ledger(long bytes) {
        return new Ledger(new TestClock(Instant.EPOCH), new Random(1), RetrySchedule.NONE, bytes);
    }

    private static Order order(String orderId, String metadata) {
        URI url = URI.create("http://127.0.0.1/");
        return new Order(
                orderId,
                BigDecimal.ONE,
                "USD",
                Optional.empty(),
                Optional.of('"' + metadata + '"'),
                url,
                url,
                Optional.empty());
    }
}
