package com.paycrypt.sandbox.api;

import static com.paycrypt.sandbox.support.Merchant.json;
import static com.paycrypt.sandbox.support.Merchant.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sandbox.model.Fact;
import com.paycrypt.sandbox.model.Fault;
import com.paycrypt.sandbox.model.Rule;
import com.paycrypt.sandbox.support.Merchant;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultTest {
    private final Sandbox sandbox = Sandbox.start();
    private final Merchant merchant = new Merchant(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({"SERVER_ERROR, 500", "BAD_GATEWAY, 502", "UNAVAILABLE, 503", "RATE_LIMITED, 429", "IP_NOT_ALLOWED, 403"
    })
    void aFaultIsUsedUpByTheCreatesItWasMeantFor(Fault fault, int status) {
        sandbox.rules().add(Rule.of(fault).times(2));

        assertThat(create().statusCode()).isEqualTo(status);
        assertThat(create().statusCode()).isEqualTo(status);
        assertThat(create().statusCode()).isEqualTo(201);
        assertThat(sandbox.sessions()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"LOST_RESPONSE", "TRUNCATED"})
    void aSessionCanBeMadeThoughItsAnswerIsLost(Fault fault) {
        sandbox.rules().add(Rule.of(fault).times(1));

        assertThatThrownBy(this::create).isInstanceOf(UncheckedIOException.class);
        assertThat(sandbox.sessions()).hasSize(1);
    }

    @Test
    void aConnectionCanEndBeforeAnythingHappens() {
        sandbox.rules().add(Rule.of(Fault.DROP).times(1));

        assertThatThrownBy(this::create).isInstanceOf(UncheckedIOException.class);
        assertThat(sandbox.sessions()).isEmpty();
    }

    @Test
    void anAnswerCanBeNoSession() {
        sandbox.rules().add(Rule.of(Fault.EMPTY).times(1));
        sandbox.rules().add(Rule.of(Fault.BAD_CHECKOUT_URL).times(1));

        assertThat(create().body()).isEmpty();
        assertThat(json(create()).path("checkout_url").asText()).isEqualTo("javascript:alert(1)");
    }

    @Test
    void aRequestThatHangsIsLetGoWhenTheSandboxCloses() throws InterruptedException {
        sandbox.rules().add(Rule.of(Fault.HANG).times(1));
        long known = sandbox.journal().size();
        CompletableFuture<?> hanging = merchant.sendAsync(merchant.post("/api/v1/payment_sessions", new byte[0]));
        assertThat(sandbox.awaitFactsAfter(known, Duration.ofMinutes(5)))
                .extracting(Fact::kind)
                .contains(Fact.Kind.DISTURBED);
        assertThat(hanging).isNotDone();

        sandbox.close();

        assertThat(hanging).failsWithin(Duration.ofMinutes(5));
    }

    @Test
    void aFaultHappensAtLeastOnce() {
        assertThatThrownBy(() -> sandbox.rules().add(Rule.of(Fault.DROP).times(0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private HttpResponse<String> create() {
        return merchant.create(order("ORD-1"));
    }
}
