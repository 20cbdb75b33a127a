package com.paycrypt.sdk.spring.internal.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.error.PayCryptException;
import com.paycrypt.sdk.spring.Stack;
import com.paycrypt.sdk.spring.observation.CallObservationContext;
import com.paycrypt.sdk.spring.observation.CallObservationConvention;
import com.paycrypt.sdk.spring.observation.WebhookObservationContext;
import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookInbox;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

/** One observation for each call, each delivery, and each time that a stored one is processed again. */
class ObservationsTest {
    private static final int SECONDS = 300;

    @Test
    void aCallIsOneObservationWithTheAttributesOfHttp() throws Exception {
        Map<String, String> sent = new ConcurrentHashMap<>();
        HttpServer server = serverWithoutSessions(sent);
        int port = server.getAddress().getPort();
        try {
            Stack.MVC
                    .application(Observed.class)
                    .withPropertyValues("paycrypt.base-url=http://127.0.0.1:" + port, "paycrypt.webhook.enabled=false")
                    .run(context -> {
                        call(context);
                        Observed observed = context.getBean(Observed.class);

                        assertThat(low(observed.next()))
                                .isEqualTo(Map.of(
                                        "operation", "payment_sessions.retrieve",
                                        "outcome", "rejected",
                                        "http.request.method", "GET",
                                        "http.response.status_code", "404",
                                        "server.address", "127.0.0.1",
                                        "server.port", Integer.toString(port),
                                        "error.type", "404"));
                        assertThat(sent).containsEntry("traceparent", "00-1");
                        assertTimedOnce(context, observed);
                    });
        } finally {
            server.stop(0);
        }
    }

    private static HttpServer serverWithoutSessions(Map<String, String> sent) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            sent.put("traceparent", String.valueOf(exchange.getRequestHeaders().getFirst("traceparent")));
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static void assertTimedOnce(ApplicationContext context, Observed observed) {
        assertThat(observed.all).isEmpty();
        described(context);
        MeterRegistry meters = context.getBean(MeterRegistry.class);
        assertThat(meters.get("paycrypt.client.calls").timer().count()).isOne();
        assertThat(meters.get("paycrypt.client.attempts")
                        .tag("status", "404")
                        .timer()
                        .count())
                .isOne();
    }

    @Test
    void aCallWithoutAResponseSaysHowItFailed() {
        Stack.MVC
                .application(Observed.class)
                .withPropertyValues(
                        "paycrypt.base-url=http://127.0.0.1:1",
                        "paycrypt.retry.retries=0",
                        "paycrypt.webhook.enabled=false")
                .run(context -> {
                    call(context);
                    Observation.Context observed =
                            context.getBean(Observed.class).next();

                    assertThat(low(observed))
                            .containsEntry("outcome", "not_sent")
                            .containsEntry("http.response.status_code", "none")
                            .containsEntry("error.type", "connect");
                    assertThat(observed.getHighCardinalityKeyValue("paycrypt.request.id"))
                            .isNotNull();
                    assertThat(observed.getHighCardinalityKeyValue("url.template")
                                    .getValue())
                            .isEqualTo("/api/v1/payment_sessions/{id}");
                });
    }

    @Test
    void anApplicationMayDescribeCallsItself() {
        Stack.MVC
                .application(Observed.class, OwnConvention.class)
                .withPropertyValues("paycrypt.base-url=http://127.0.0.1:1", "paycrypt.webhook.enabled=false")
                .run(context -> {
                    call(context);
                    assertThat(low(context.getBean(Observed.class).next()))
                            .containsEntry("shop", "berlin")
                            .containsEntry("operation", "payment_sessions.retrieve");
                });
    }

    @ParameterizedTest
    @EnumSource
    void aDeliveryIsOneObservation(Stack stack) {
        stack.application(Observed.class, Listener.class).run(context -> {
            Observed observed = context.getBean(Observed.class);
            SignedWebhook delivery = Stack.delivery("payment.succeeded");
            stack.deliver(context, delivery);
            Observation.Context handled = observed.next();
            assertThat(low(handled))
                    .isEqualTo(Map.of(
                            "source", "request",
                            "verdict", "handled",
                            "reason", "none",
                            "credentials", "0",
                            "error.type", "none"));
            assertThat(handled.getHighCardinalityKeyValue("paycrypt.order").getValue())
                    .isEqualTo("ORD-123");

            stack.deliver(context, delivery);
            assertThat(low(observed.next())).containsEntry("verdict", "repeated");
            assertThat(observed.all).isEmpty();
            described(context);
        });
    }

    @ParameterizedTest
    @EnumSource
    void anObservationSaysWhyADeliveryWasNotHandled(Stack stack) {
        stack.application(Observed.class, Listener.class).run(context -> {
            Observed observed = context.getBean(Observed.class);
            stack.send(context, Stack.PATH, Map.of(), new byte[] {'{', '}'});
            assertThat(low(observed.next()))
                    .containsEntry("verdict", "rejected")
                    .doesNotContainEntry("reason", "none")
                    .containsEntry("credentials", "none");

            context.getBean(Listener.class).failures.set(1);
            stack.deliver(context, Stack.delivery("payment.succeeded"));
            assertThat(low(observed.next()))
                    .containsEntry("verdict", "failed")
                    .containsEntry("error.type", IllegalStateException.class.getName());
            assertThat(observed.all).isEmpty();
        });
    }

    /** What fails at first is one trace with what is processed later; and the handler runs within. */
    @Test
    void whatIsProcessedLaterBelongsToTheFirstTrace() {
        Stack.MVC
                .application(Observed.class, Listener.class, Database.class)
                .withPropertyValues("paycrypt.webhook.replay=jdbc", "paycrypt.webhook.inbox.create-table=true")
                .run(context -> {
                    Observed observed = context.getBean(Observed.class);
                    context.getBean(Listener.class).failures.set(1);
                    Stack.MVC.deliver(context, Stack.delivery("payment.succeeded"));
                    WebhookObservationContext first = (WebhookObservationContext) observed.next();
                    WebhookInbox inbox = context.getBean(WebhookInbox.class);
                    assertThat(inbox.retry(inbox.pending().get(0).digest())).isTrue();
                    Observation.Context later = observed.next();

                    assertThat(low(first)).containsEntry("source", "request").containsEntry("verdict", "failed");
                    assertThat(low(later)).containsEntry("source", "inbox").containsEntry("verdict", "handled");
                    assertThat(Objects.requireNonNull(later.getParentObservation())
                                    .getContextView())
                            .isSameAs(first);
                    assertThat(context.getBean(Listener.class).within.poll(SECONDS, TimeUnit.SECONDS))
                            .isSameAs(later);
                });
    }

    @Test
    void aGuardThatFailsIsSeen() {
        Stack.MVC
                .application(Observed.class, Listener.class, Database.class)
                .withPropertyValues("paycrypt.webhook.replay=jdbc", "paycrypt.webhook.inbox.create-table=true")
                .run(context -> {
                    new JdbcTemplate(context.getBean(DataSource.class)).execute("DROP TABLE paycrypt_webhook_inbox");
                    assertThat(Stack.MVC.deliver(context, Stack.delivery("any")))
                            .isEqualTo(503);
                    assertThat(low(context.getBean(Observed.class).next())).containsEntry("verdict", "guard_failed");
                });
    }

    @ParameterizedTest
    @EnumSource
    void micrometerNeedNotBeThere(Stack stack) {
        stack.application(Listener.class)
                .withClassLoader(new FilteredClassLoader("io.micrometer", "org.springframework.boot.actuate"))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(PayCryptClient.class));
    }

    private static void call(ApplicationContext context) {
        assertThatExceptionOfType(PayCryptException.class)
                .isThrownBy(() ->
                        context.getBean(PayCryptClient.class).paymentSessions().retrieve("cs_1"));
    }

    private static Map<String, String> low(Observation.Context context) {
        return context.getLowCardinalityKeyValues().stream()
                .collect(Collectors.toMap(KeyValue::getKey, KeyValue::getValue));
    }

    private static void described(ApplicationContext context) {
        assertThat(context.getBean(MeterRegistry.class).getMeters())
                .extracting(Meter::getId)
                .filteredOn(id -> id.getName().startsWith("paycrypt."))
                .isNotEmpty()
                .allMatch(id -> id.getDescription() != null);
    }

    /** What an application with the actuator has: a registry that times what it observes. */
    static class Observed implements ObservationHandler<Observation.Context> {
        final BlockingQueue<Observation.Context> all = new LinkedBlockingQueue<>();

        Observation.Context next() throws InterruptedException {
            return java.util.Objects.requireNonNull(all.poll(SECONDS, TimeUnit.SECONDS));
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return context instanceof CallObservationContext || context instanceof WebhookObservationContext;
        }

        @Override
        public void onStart(Observation.Context context) {
            if (context instanceof CallObservationContext call) {
                call.getSetter().set(call.getCarrier(), "traceparent", "00-1");
            }
        }

        @Override
        public void onStop(Observation.Context context) {
            all.add(context);
        }

        @Bean
        MeterRegistry meters(MeterDescriptions descriptions) {
            SimpleMeterRegistry registry = new SimpleMeterRegistry();
            registry.config().meterFilter(descriptions);
            return registry;
        }

        @Bean
        ObservationRegistry observations(MeterRegistry meters) {
            ObservationRegistry registry = ObservationRegistry.create();
            registry.observationConfig()
                    .observationHandler(this)
                    .observationHandler(new DefaultMeterObservationHandler(meters));
            return registry;
        }
    }

    static class OwnConvention {
        @Bean
        CallObservationConvention shopCalls() {
            return new CallObservationConvention() {
                @Override
                public KeyValues getLowCardinalityKeyValues(CallObservationContext context) {
                    return CallObservationConvention.super
                            .getLowCardinalityKeyValues(context)
                            .and("shop", "berlin");
                }
            };
        }
    }

    static class Listener {
        final AtomicInteger failures = new AtomicInteger();
        final BlockingQueue<Observation.ContextView> within = new LinkedBlockingQueue<>();
        private final ObservationRegistry observations;

        Listener(org.springframework.beans.factory.ObjectProvider<ObservationRegistry> observations) {
            this.observations = observations.getIfAvailable(() -> ObservationRegistry.NOOP);
        }

        @EventListener
        void on(WebhookEvent event) {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("the shop's database is down");
            }
            Observation current = observations.getCurrentObservation();
            if (current != null) {
                within.add(current.getContextView());
            }
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
