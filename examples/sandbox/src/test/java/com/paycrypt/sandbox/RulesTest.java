package com.paycrypt.sandbox;

import static com.paycrypt.sandbox.support.Merchant.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sandbox.model.Delivery.Status;
import com.paycrypt.sandbox.model.Fact;
import com.paycrypt.sandbox.model.Fact.Kind;
import com.paycrypt.sandbox.model.Fault;
import com.paycrypt.sandbox.model.Rule;
import com.paycrypt.sandbox.support.Merchant;
import com.paycrypt.sandbox.support.Receiver;
import com.paycrypt.sandbox.support.Receiver.Received;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RulesTest {
    private final Sandbox sandbox = Sandbox.start();
    private final Merchant merchant = new Merchant(sandbox);
    private Receiver receiver;

    @BeforeEach
    void startReceiver() throws IOException {
        receiver = Receiver.start();
    }

    @AfterEach
    void stop() {
        sandbox.close();
        receiver.close();
    }

    @Test
    void aRuleWithoutLimitAppliesUntilItIsCleared() {
        sandbox.rules().add(Rule.of(Fault.UNAVAILABLE));
        for (int n = 0; n < 5; n++) {
            assertThat(create()).isEqualTo(503);
        }
        sandbox.rules().clear();

        assertThat(create()).isEqualTo(201);
    }

    @Test
    void aRuleLastsForAWhileByTheSandboxesClock() {
        sandbox.rules().add(Rule.of(Fault.SERVER_ERROR).lasting(Duration.ofMinutes(1)));
        assertThat(create()).isEqualTo(500);
        sandbox.advance(Duration.ofMinutes(1));

        assertThat(create()).isEqualTo(201);
        assertThat(sandbox.rules().all()).isEmpty();
    }

    @Test
    void aRuleIsOfOneOperation() {
        sandbox.rules().add(Rule.of(Fault.SERVER_ERROR).type("retrieve"));

        assertThat(create()).isEqualTo(201);
        assertThat(merchant.get("/api/v1/payment_sessions/ps_1").statusCode()).isEqualTo(500);
    }

    @Test
    void aRuleIsOfOneSessionAndOneTypeOfEvent() {
        String disturbed = merchant.createSession(receiver.url());
        String other = merchant.createSession(receiver.url());
        sandbox.rules().add(Rule.of(Fault.LOST).session(disturbed).type("payment.succeeded"));
        sandbox.customer(disturbed).paysUnconfirmed().pays();
        sandbox.customer(other).pays();
        sandbox.webhooks().await();

        assertThat(sandbox.webhooks().of(disturbed))
                .extracting(delivery -> delivery.status())
                .containsExactly(Status.DELIVERED, Status.NOT_SENT);
        assertThat(sandbox.webhooks().of(other))
                .extracting(delivery -> delivery.status())
                .containsExactly(Status.DELIVERED);
    }

    @Test
    void aDeliveryThatComesTwiceIsTheSameToTheByte() {
        Received[] both = webhooks(Fault.TWICE, 2);

        assertThat(both[0].text()).isEqualTo(both[1].text());
        assertThat(both[0].header("X-Paycrypt-Signature")).isEqualTo(both[1].header("X-Paycrypt-Signature"));
        assertThat(both[0].isSignedWith(sandbox.secret())).isTrue();
    }

    @Test
    void aTamperedBodyIsJsonThatSaysSomethingElse() {
        Received tampered = webhooks(Fault.TAMPERED, 1)[0];

        assertThat(tampered.isSignedWith(sandbox.secret())).isFalse();
        assertThat(tampered.text()).startsWith("{\"type\": \"payment.succeeded\", \"id\": \"evt_2\"");
    }

    @Test
    void signaturesKeysAndTimesCanBeWrong() {
        assertThat(webhooks(Fault.WRONG_SECRET, 1)[0].isSignedWith(sandbox.secret()))
                .isFalse();
        assertThat(webhooks(Fault.UNSIGNED, 2)[1].header("X-Paycrypt-Signature"))
                .isEmpty();
        assertThat(webhooks(Fault.UNKNOWN_KEY, 3)[2].header("X-Paycrypt-Key")).isNotEqualTo(sandbox.key());
        Received stale = webhooks(Fault.STALE, 4)[3];
        assertThat(stale.isSignedWith(sandbox.secret())).isTrue();
        assertThat(Long.parseLong(stale.header("X-Paycrypt-Timestamp")))
                .isLessThan(Instant.now().getEpochSecond() - 590);
    }

    @Test
    void theCheckoutCanBeDownForOneSession() {
        String id = merchant.createSession(receiver.url());
        sandbox.rules().add(Rule.of(Fault.PAGE_DOWN).session(id));

        assertThat(merchant.get("/checkout/" + id).statusCode()).isEqualTo(503);
        assertThat(merchant.get("/checkout/" + merchant.createSession(receiver.url()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aPageThatHangsIsLetGoWhenTheSandboxCloses() throws InterruptedException {
        String id = merchant.createSession(receiver.url());
        sandbox.rules().add(Rule.of(Fault.PAGE_HANGS));
        long known = sandbox.journal().size();
        CompletableFuture<?> page =
                merchant.sendAsync(merchant.to("/checkout/" + id).GET());
        assertThat(sandbox.awaitFactsAfter(known, Duration.ofMinutes(5)))
                .extracting(Fact::kind)
                .contains(Kind.DISTURBED);
        assertThat(page).isNotDone();
        sandbox.close();

        assertThat(page).failsWithin(Duration.ofMinutes(5));
    }

    @Test
    void whatARuleDisturbsIsAFact() {
        sandbox.rules().add(Rule.of(Fault.BAD_GATEWAY).times(1));
        create();

        assertThat(sandbox.journal())
                .extracting(Fact::text)
                .containsExactly("rule: bad-gateway, 1 times", "bad-gateway disturbs create");
    }

    private Received[] webhooks(Fault fault, int expected) {
        sandbox.rules().clear();
        sandbox.rules().add(Rule.of(fault).times(1));
        sandbox.customer(merchant.createSession(receiver.url())).pays();
        sandbox.webhooks().await();
        assertThat(receiver.received()).hasSize(expected);
        return receiver.received().toArray(Received[]::new);
    }

    private int create() {
        return merchant.create(order("ORD-1")).statusCode();
    }
}
