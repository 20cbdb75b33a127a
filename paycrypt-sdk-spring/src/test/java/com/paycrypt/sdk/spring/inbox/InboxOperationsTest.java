package com.paycrypt.sdk.spring.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.spring.Stack;
import com.paycrypt.sdk.spring.internal.observation.InboxEndpoint;
import com.paycrypt.sdk.spring.internal.observation.InboxMeters;
import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookInbox;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.MDC;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.AbstractApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.WebFilter;
import reactor.core.scheduler.Schedulers;

/** What an operator sees of the inbox, and what a developer sees in the log. */
class InboxOperationsTest {
    private static final int SECONDS = 300;

    @Test
    void theGaugesCountWhatIsNotHandled() {
        inDatabase(Failing.class).run(context -> {
            failTwice(context);
            SimpleMeterRegistry meters = new SimpleMeterRegistry();
            context.getBean(InboxMeters.class).bindTo(meters);

            assertThat(gauge(meters, "pending")).isEqualTo(1);
            assertThat(gauge(meters, "exhausted")).isEqualTo(1);
            assertThat(gauge(meters, "oldest.pending")).isNotNegative().isLessThan(86_400);
            assertThat(meters.getMeters())
                    .extracting(Meter::getId)
                    .allMatch(id -> id.getDescription() != null && "default".equals(id.getTag("merchant")));
        });
    }

    @Test
    void aGaugeWithoutADatabaseIsNotZero() {
        inDatabase(Failing.class).run(context -> {
            SimpleMeterRegistry meters = new SimpleMeterRegistry();
            context.getBean(InboxMeters.class).bindTo(meters);
            jdbc(context).execute("DROP TABLE paycrypt_webhook_inbox");

            assertThat(gauge(meters, "pending")).isNaN();
        });
    }

    @Test
    void theEndpointListsRetriesAndDiscards() {
        inDatabase(Failing.class).run(context -> {
            failTwice(context);
            InboxEndpoint endpoint = context.getBean(InboxEndpoint.class);
            InboxEndpoint.Contents contents = endpoint.contents().get("default");
            InboxEndpoint.Delivery exhausted = contents.deliveries().stream()
                    .filter(each -> each.nextAttempt() == null)
                    .findFirst()
                    .orElseThrow();

            assertThat(contents.deliveries()).hasSize(2);
            assertThat(contents.toString())
                    .contains("type=payment.succeeded", "order=ORD-123", "the shop's database is down")
                    .doesNotContain("\"data\"");
            assertThat(endpoint.retry(exhausted.digest()).done()).isTrue();
            assertThat(endpoint.discard(exhausted.digest()).done()).isTrue();
            assertThat(endpoint.discard(exhausted.digest()).done()).isFalse();
            assertThat(endpoint.retry("unknown").done()).isFalse();
            assertThat(context.getBean(WebhookInbox.class).pending()).hasSize(1);
        });
    }

    @Test
    void theActuatorNeedNotBeThere() {
        inDatabase(Failing.class)
                .withClassLoader(
                        new FilteredClassLoader("org.springframework.boot.actuate", "io.micrometer", "org.aspectj"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(InboxEndpoint.class)
                        .doesNotHaveBean(InboxMeters.class));
    }

    @ParameterizedTest
    @EnumSource
    void aListenersLinesNameTheDelivery(Stack stack) {
        stack.application(Naming.class).run(context -> {
            stack.deliver(context, Stack.delivery("payment.succeeded"));

            assertThat(context.getBean(Naming.class).seen.poll(SECONDS, TimeUnit.SECONDS))
                    .containsEntry("paycrypt.order", "ORD-123")
                    .hasEntrySatisfying("paycrypt.event", id -> assertThat(id).startsWith("evt_"));
            assertThat(MDC.get("paycrypt.order")).isNull();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aControllersLinesNameTheDelivery(Stack stack) {
        stack.application(NamingController.class).run(context -> {
            stack.deliver(context, Stack.delivery("payment.succeeded"));

            assertThat(context.getBean(NamingController.class).seen.poll(SECONDS, TimeUnit.SECONDS))
                    .containsEntry("paycrypt.order", "ORD-123");
            assertThat(MDC.get("paycrypt.order")).isNull();
        });
    }

    /** As Spring Security's may, that looks for its user in a database. */
    @Test
    void soDoThoseOfOneBehindAFilterThatSwitchesThreads() {
        Stack.WEBFLUX.application(NamingController.class, Hopping.class).run(context -> {
            Stack.WEBFLUX.deliver(context, Stack.delivery("payment.succeeded"));

            assertThat(context.getBean(NamingController.class).seen.poll(SECONDS, TimeUnit.SECONDS))
                    .containsEntry("paycrypt.order", "ORD-123")
                    .containsKey("paycrypt.event");
        });
    }

    /** One that is due later, and one whose attempts are used up. */
    private static void failTwice(ApplicationContext context) throws Exception {
        Stack.MVC.deliver(context, Stack.delivery("payment.succeeded"));
        Stack.MVC.deliver(context, Stack.delivery("payment.succeeded"));
        List<WebhookInbox.PendingDelivery> pending =
                new ArrayList<>(context.getBean(WebhookInbox.class).pending());
        assertThat(jdbc(context)
                        .update(
                                "UPDATE paycrypt_webhook_inbox SET attempts = 20, state = 'EXHAUSTED' WHERE digest = ?",
                                pending.get(0).digest()))
                .isOne();
    }

    private static double gauge(SimpleMeterRegistry meters, String name) {
        return meters.get("paycrypt.webhook.inbox." + name).gauge().value();
    }

    private static JdbcTemplate jdbc(ApplicationContext context) {
        return new JdbcTemplate(context.getBean(DataSource.class));
    }

    private static AbstractApplicationContextRunner<?, ?, ?> inDatabase(Class<?> code) {
        return Stack.MVC
                .application(Database.class, code)
                .withPropertyValues(
                        "paycrypt.webhook.replay=jdbc",
                        "paycrypt.webhook.inbox.create-table=true",
                        "paycrypt.webhook.inbox.workers=0");
    }

    static class Failing {
        @EventListener
        void on(WebhookEvent event) {
            throw new IllegalStateException("the shop's database is down");
        }
    }

    static class Naming {
        final BlockingQueue<Map<String, String>> seen = new LinkedBlockingQueue<>();

        @EventListener
        void on(WebhookEvent event) {
            seen.add(MDC.getCopyOfContextMap());
        }
    }

    static class Hopping {
        @Bean
        WebFilter hop() {
            return (exchange, chain) -> chain.filter(exchange).subscribeOn(Schedulers.parallel());
        }
    }

    @RestController
    static class NamingController {
        final BlockingQueue<Map<String, String>> seen = new LinkedBlockingQueue<>();

        @PostMapping(Stack.PATH)
        void on(WebhookEvent event) {
            seen.add(MDC.getCopyOfContextMap());
        }
    }

    static class Database {
        @Bean
        DataSource dataSource() {
            return new EmbeddedDatabaseBuilder()
                    .setType(EmbeddedDatabaseType.H2)
                    .generateUniqueName(true)
                    .build();
        }
    }
}
