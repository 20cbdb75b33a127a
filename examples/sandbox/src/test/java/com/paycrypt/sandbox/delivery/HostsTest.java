package com.paycrypt.sandbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sandbox.model.Delivery;
import com.paycrypt.sandbox.model.Delivery.Status;
import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sandbox.support.Merchant;
import com.paycrypt.sandbox.support.Receiver;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks leave this machine only by permission. No test sends one: what is judged is that none is sent. */
class HostsTest {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://merchant.tld/hook",
                "http://10.0.0.1/hook",
                "http://localhost.merchant.tld/",
                "http://127.0.0.1.merchant.tld/",
                "http://[fe80::1%25eth0]/hook",
                "http://[2001:db8::1]/"
            })
    void aReceiverThatIsNotThisMachineIsNotSentTo(String url) {
        String id = merchant.createSession(url);
        sandbox.customer(id).pays();
        Delivery delivery = sandbox.webhooks().await(id);

        assertThat(delivery.status()).isEqualTo(Status.NOT_SENT);
        assertThat(delivery.attempts()).isEmpty();
        assertThat(delivery.note().orElse("")).contains("is not this machine", "--allow-webhook-host");
        assertThat(merchant.get("/deliveries/" + delivery.id()).body()).contains("not_sent", "is not this machine");
    }

    @Test
    void aRedirectThatLeadsToAnotherMachineIsNotFollowed() {
        sandbox.dialect(Dialect.NEWER);
        String id = merchant.createSession(receiver.url());
        receiver.thenAnswer(307, Map.of("Location", "http://merchant.tld/elsewhere"));
        sandbox.customer(id).fails();

        assertThat(sandbox.webhooks().await(id).attempts().get(0).outcome())
                .contains("redirected elsewhere", "is not this machine");
    }

    @Test
    void aHostThatIsAllowedByNameIsSentTo() {
        URI here = URI.create(receiver.url());
        Hosts hosts = new Hosts(Set.of("Shop.Example"));

        assertThat(hosts.objection(here)).isEmpty();
        assertThat(hosts.objection(URI.create("http://localhost:1/"))).isEmpty();
        assertThat(hosts.objection(URI.create("http://[::1]:1/"))).isEmpty();
        assertThat(hosts.objection(URI.create("https://shop.example/hook"))).isEmpty();
        assertThat(hosts.objection(URI.create("https://www.shop.example/hook"))).isPresent();
    }
}
