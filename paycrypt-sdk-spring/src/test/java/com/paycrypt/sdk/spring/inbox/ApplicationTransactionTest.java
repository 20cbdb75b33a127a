package com.paycrypt.sdk.spring.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.spring.BootLine;
import com.paycrypt.sdk.spring.LoggedLines;
import com.paycrypt.sdk.spring.Stack;
import com.paycrypt.sdk.spring.internal.webhook.EventDispatcher;
import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookHandler;
import com.paycrypt.sdk.webhook.WebhookInbox;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceContext;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.AbstractApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a handler writes in the application's transaction is there exactly once, wherever the database is lost. */
class ApplicationTransactionTest {
    private static final int MAX_STEPS = 40;

    /** Deliveries that nothing was lost of: all steps of one are behind by then. */
    private static final int PASSED_IN_A_ROW = 3;

    private final LoggedLines log = LoggedLines.open();

    @AfterEach
    void close() {
        log.close();
    }

    static Stream<Arguments> shops() {
        return Stream.of(Stack.values())
                .flatMap(stack -> Stream.of(OfJpa.class, OfJpaHandler.class, OfJdbcClient.class, Unannotated.class)
                        .flatMap(shop -> Stream.of(true, false).map(after -> Arguments.of(stack, shop, after))));
    }

    @ParameterizedTest
    @MethodSource("shops")
    void theEffectIsThereOnceWhereverTheDatabaseIsLost(Stack stack, Class<?> shop, boolean seenThrough) {
        application(stack, shop).run(context -> {
            assertThat(context).hasNotFailed();
            int lost = 0;
            int passed = 0;
            for (int step = 1; step <= MAX_STEPS && passed < PASSED_IN_A_ROW; step++) {
                boolean isLost = deliverAndLose(stack, context, step, seenThrough);
                recover(context);
                assertThat(effects(context)).as("after a loss at step " + step).isEqualTo(step);
                lost += isLost ? 1 : 0;
                passed = isLost ? 0 : passed + 1;
            }
            assertThat(lost).isGreaterThanOrEqualTo(5);
            assertThat(passed).as("every step was lost once").isEqualTo(PASSED_IN_A_ROW);
        });
    }

    /** What the transaction is for, and that the loss is one. */
    @Test
    void withoutTheTransactionALossAfterTheCommitDoublesTheEffect() {
        application(Stack.MVC, OfJpa.class)
                .withPropertyValues("paycrypt.webhook.inbox.application-transaction=false")
                .run(context -> {
                    int step = 0;
                    while (step < MAX_STEPS && effects(context) == step) {
                        step++;
                        deliverAndLose(Stack.MVC, context, step, true);
                        recover(context);
                    }
                    assertThat(effects(context)).isGreaterThan(step);
                });
    }

    /** It would wait for the row that ours has locked. */
    @Test
    void aHandlerThatTheInboxMadeHasItsOwnTransaction() {
        application(Stack.MVC, OfInbox.class).run(context -> {
            assertThat(Stack.MVC.deliver(context, Stack.delivery("payment.succeeded")))
                    .isEqualTo(200);
            assertThat(effects(context)).isOne();
            assertThat(context.getBean(WebhookInbox.class).pending()).isEmpty();
        });
    }

    private static boolean deliverAndLose(Stack stack, ApplicationContext context, int step, boolean seenThrough)
            throws Exception {
        FailingDatabase database = context.getBean(FailingDatabase.class);
        database.loseAfter(step, seenThrough);
        var delivery = Stack.delivery("payment.succeeded");
        stack.deliver(context, delivery);
        boolean lost = database.restore();
        expireLease(context);
        stack.deliver(context, delivery);
        return lost;
    }

    /** As the workers do, when the lease of the process that died is over. */
    private static void recover(ApplicationContext context) {
        expireLease(context);
        EventDispatcher dispatcher = context.getBean(EventDispatcher.class);
        context.getBean(WebhookInbox.class).processDue(dispatcher::handle);
    }

    private static void expireLease(ApplicationContext context) {
        jdbc(context)
                .sql("UPDATE paycrypt_webhook_inbox SET due_at = 0 WHERE state <> 'done'")
                .update();
    }

    private static int effects(ApplicationContext context) {
        return jdbc(context)
                .sql("SELECT COUNT(*) FROM payment_record")
                .query(Integer.class)
                .single();
    }

    private static JdbcClient jdbc(ApplicationContext context) {
        return JdbcClient.create(context.getBean(DataSource.class));
    }

    @Test
    void theStartSaysWhatTheHandlersRunIn() {
        application(Stack.MVC, OfJpa.class).run(context -> assertThat(context).hasNotFailed());

        assertThat(log.lines())
                .asString()
                .contains("run in a transaction of JpaTransactionManager, together with the inbox");
    }

    @Test
    void aTransactionOfItsOwnIsNamed() {
        application(Stack.MVC, OfItsOwn.class).run(context -> {
            assertThat(Stack.MVC.deliver(context, Stack.delivery("payment.succeeded")))
                    .isEqualTo(200);
            assertThat(effects(context)).isOne();
        });

        assertThat(log.lines()).asString().contains("suspended the transaction of the inbox (REQUIRES_NEW");
    }

    @Test
    void theTransactionCanBeSwitchedOff() {
        application(Stack.MVC, OfJpa.class)
                .withPropertyValues("paycrypt.webhook.inbox.application-transaction=false")
                .run(context -> {
                    assertThat(Stack.MVC.deliver(context, Stack.delivery("payment.succeeded")))
                            .isEqualTo(200);
                    assertThat(effects(context)).isOne();
                });

        assertThat(log.lines()).asString().doesNotContain("run in a transaction of");
    }

    private static AbstractApplicationContextRunner<?, ?, ?> application(Stack stack, Class<?> shop) {
        return stack.application(Database.class, shop)
                .withConfiguration(AutoConfigurations.of(BootLine.autoConfigurations(
                        "HibernateJpaAutoConfiguration",
                        "DataSourceTransactionManagerAutoConfiguration",
                        "JdbcTemplateAutoConfiguration",
                        "JdbcClientAutoConfiguration",
                        "TransactionAutoConfiguration")))
                .withPropertyValues(
                        "spring.jpa.hibernate.ddl-auto=create-drop",
                        "paycrypt.webhook.replay=jdbc",
                        "paycrypt.webhook.inbox.create-table=true",
                        "paycrypt.webhook.inbox.workers=0");
    }

    /** An order was paid: the shop keeps no key by which a second one could be told. */
    @Entity(name = "payment_record")
    static class PaymentRecord {
        @Id
        @GeneratedValue
        Long id;

        String event;
    }

    @AutoConfigurationPackage(basePackageClasses = PaymentRecord.class)
    static class Database {
        @Bean
        FailingDatabase dataSource() {
            return new FailingDatabase(new EmbeddedDatabaseBuilder()
                    .setType(EmbeddedDatabaseType.H2)
                    .generateUniqueName(true)
                    .build());
        }
    }

    private static void save(EntityManager entities, WebhookEvent event) {
        PaymentRecord record = new PaymentRecord();
        record.event = event.id();
        entities.persist(record);
    }

    static class OfJpa {
        @PersistenceContext
        private EntityManager entities;

        @EventListener
        @Transactional
        public void on(WebhookEvent event) {
            save(entities, event);
        }
    }

    static class Unannotated {
        @PersistenceContext
        private EntityManager entities;

        @EventListener
        void on(WebhookEvent event) {
            save(entities, event);
        }
    }

    static class OfJpaHandler implements WebhookHandler {
        @PersistenceContext
        private EntityManager entities;

        @Override
        public void handle(WebhookEvent event) {
            save(entities, event);
        }
    }

    static class OfJdbcClient {
        private final JdbcClient jdbc;

        OfJdbcClient(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @EventListener
        void on(WebhookEvent event) {
            jdbc.sql("INSERT INTO payment_record (id, event) VALUES (NEXT VALUE FOR payment_record_seq, ?)")
                    .param(event.id())
                    .update();
        }
    }

    static class OfInbox {
        @Bean
        WebhookHandler handler(WebhookInbox inbox) {
            return inbox.inTransaction((event, connection) -> {
                try (var insert = connection.prepareStatement("INSERT INTO payment_record (id) VALUES (1)")) {
                    insert.executeUpdate();
                }
            });
        }
    }

    static class OfItsOwn {
        @PersistenceContext
        private EntityManager entities;

        @EventListener
        @Transactional(propagation = Propagation.REQUIRES_NEW)
        public void on(WebhookEvent event) {
            save(entities, event);
        }
    }
}
