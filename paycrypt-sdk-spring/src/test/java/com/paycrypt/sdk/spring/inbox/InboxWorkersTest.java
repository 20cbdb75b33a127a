package com.paycrypt.sdk.spring.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.spring.Stack;
import com.paycrypt.sdk.spring.internal.webhook.InboxRunner;
import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookInbox;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.AbstractApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

/** What an application fails on is processed again by workers, which stop with it. */
class InboxWorkersTest {
    private static final int SECONDS = 300;

    /** The application closes it with its beans; what it holds is looked at afterwards. */
    private final DataSource database = new EmbeddedDatabaseBuilder()
            .setType(EmbeddedDatabaseType.H2)
            .generateUniqueName(true)
            .build();

    @Test
    void aHandlerThatHangsHoldsNobodyUp() {
        application(Listener.class).run(context -> {
            Listener listener = context.getBean(Listener.class);
            failOnce(context, "hangs");
            failOnce(context, "goes.on");
            assertThat(listener.ended.poll(SECONDS, TimeUnit.SECONDS)).isEqualTo("goes.on");
            listener.release.countDown();
            assertThat(listener.ended.poll(SECONDS, TimeUnit.SECONDS)).isEqualTo("hangs");
        });
    }

    @Test
    void theEndOfTheApplicationWaitsForARunningHandler() {
        application(Closing.class).run(context -> {
            failOnce(context, "payment.succeeded");
            assertThat(context.getBean(Closing.class).closed.await(SECONDS, TimeUnit.SECONDS))
                    .isTrue();
        });

        assertThat(new JdbcTemplate(database).queryForObject("SELECT state FROM paycrypt_webhook_inbox", String.class))
                .isEqualTo("HANDLED");
    }

    @Test
    void withoutWorkersItIsLeftToOtherProcesses() {
        application(Listener.class)
                .withPropertyValues("paycrypt.webhook.inbox.workers=0")
                .run(context -> {
                    failOnce(context, "goes.on");
                    assertThat(context.getBean(InboxRunner.class).isRunning()).isTrue();
                    WebhookInbox other = WebhookInbox.jdbc(database);
                    assertThat(other.processDue(event -> {})).isOne();
                });
    }

    @Test
    void theyStartAgainWithTheContext() {
        application(Listener.class).run(context -> {
            ConfigurableApplicationContext restarted =
                    (ConfigurableApplicationContext) context.getSourceApplicationContext();
            restarted.stop();
            restarted.start();
            failOnce(context, "goes.on");
            assertThat(context.getBean(Listener.class).ended.poll(SECONDS, TimeUnit.SECONDS))
                    .isEqualTo("goes.on");
        });
    }

    private static void failOnce(ApplicationContext context, String type) throws Exception {
        assertThat(Stack.MVC.deliver(context, Stack.delivery(type))).isEqualTo(200);
        WebhookInbox inbox = context.getBean(WebhookInbox.class);
        inbox.pending().forEach(delivery -> inbox.retry(delivery.digest()));
    }

    private AbstractApplicationContextRunner<?, ?, ?> application(Class<?> code) {
        return Stack.MVC
                .application(code)
                .withBean("database", DataSource.class, () -> database)
                .withPropertyValues("paycrypt.webhook.replay=jdbc", "paycrypt.webhook.inbox.create-table=true");
    }

    private static boolean isReceived(WebhookEvent event) {
        return Thread.currentThread().getName().equals("main") && event.id() != null;
    }

    static class Listener {
        final BlockingQueue<String> ended = new LinkedBlockingQueue<>();
        final CountDownLatch release = new CountDownLatch(1);

        @EventListener
        void on(WebhookEvent event) throws InterruptedException {
            if (isReceived(event)) {
                throw new IllegalStateException("the shop's database is down");
            }
            if (event.type().equals("hangs")) {
                release.await();
            }
            ended.add(event.type());
        }
    }

    /** Ends the application while a delivery is processed. */
    static class Closing {
        final CountDownLatch closed = new CountDownLatch(1);
        private final ConfigurableApplicationContext context;

        Closing(ConfigurableApplicationContext context) {
            this.context = context;
        }

        @Bean
        Object nothing() {
            return new Object();
        }

        @EventListener
        void closes(ContextClosedEvent event) {
            closed.countDown();
        }

        @EventListener
        void on(WebhookEvent event) throws InterruptedException {
            if (isReceived(event)) {
                throw new IllegalStateException("the shop's database is down");
            }
            new Thread(context::close, "closing").start();
            closed.await();
        }
    }
}
