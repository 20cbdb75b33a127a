package com.paycrypt.sdk.spring.internal.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.call.CallInfo;
import com.paycrypt.sdk.spring.Stack;
import com.paycrypt.sdk.spring.internal.config.PayCryptConfigurationException;
import com.paycrypt.sdk.spring.internal.observation.ClockOffset;
import com.paycrypt.sdk.webhook.WebhookEvent;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.AbstractApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

/** What an orchestrator is told, if it is to be told. */
class HealthTest {
    @ParameterizedTest
    @EnumSource
    void theInboxIsUnwellWithOneThatIsExhaustedOrHasWaitedForLong(Stack stack) {
        inbox(stack, "paycrypt.health.inbox.max-age=30m").run(context -> {
            assertThat(health(context, "Inbox", "status.code")).isEqualTo("UP");

            stack.deliver(context, Stack.delivery("payment.succeeded"));
            assertThat(health(context, "Inbox", "status.code")).isEqualTo("UP");
            assertThat(health(context, "Inbox", "details")).contains("default={pending=1, exhausted=0,");

            jdbc(context).update("UPDATE paycrypt_webhook_inbox SET received_at = received_at - 3600000");
            assertThat(health(context, "Inbox", "status.code")).isEqualTo("OUT_OF_SERVICE");

            jdbc(context).update("UPDATE paycrypt_webhook_inbox SET attempts = 20, state = 'EXHAUSTED'");
            assertThat(health(context, "Inbox", "status.code")).isEqualTo("OUT_OF_SERVICE");
            assertThat(health(context, "Inbox", "details")).contains("exhausted=1");

            jdbc(context).execute("DROP TABLE paycrypt_webhook_inbox");
            assertThat(health(context, "Inbox", "status.code")).isEqualTo("DOWN");
        });
    }

    @Test
    void limitsAndStatusAreProperties() {
        inbox(Stack.MVC, "paycrypt.health.inbox.max-exhausted=1", "paycrypt.health.inbox.status=down")
                .run(context -> {
                    exhaustOne(context);
                    assertThat(health(context, "Inbox", "status.code")).isEqualTo("UP");
                    exhaustOne(context);
                    assertThat(health(context, "Inbox", "status.code")).isEqualTo("DOWN");
                });
    }

    private static void exhaustOne(ApplicationContext context) throws Exception {
        Stack.MVC.deliver(context, Stack.delivery("payment.succeeded"));
        jdbc(context).update("UPDATE paycrypt_webhook_inbox SET attempts = 20, state = 'EXHAUSTED'");
    }

    @ParameterizedTest
    @EnumSource
    void theClockIsUnwellIfItIsFarFromPayCrypts(Stack stack) {
        stack.application(Listens.class)
                .withPropertyValues("paycrypt.health.clock.enabled=true")
                .run(context -> {
                    ClockOffset offset = context.getBean(ClockOffset.class);
                    assertThat(health(context, "Clock", "status.code")).isEqualTo("UP");

                    found(offset, Duration.ofMinutes(-6));
                    assertThat(health(context, "Clock", "status.code")).isEqualTo("OUT_OF_SERVICE");
                    assertThat(health(context, "Clock", "details")).contains("offset=PT-6M");

                    found(offset, Duration.ZERO);
                    assertThat(health(context, "Clock", "status.code")).isEqualTo("UP");
                });
    }

    private static void found(ClockOffset offset, Duration found) {
        offset.started(CallInfo.builder("any").build()).clockCorrected(found);
    }

    @Test
    void nothingIsSaidUnlessAskedFor() {
        Stack.MVC
                .application(Listens.class, Database.class)
                .withPropertyValues("paycrypt.webhook.replay=jdbc", "paycrypt.webhook.inbox.create-table=true")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBeanDefinitionNames()).noneMatch(name -> name.endsWith("HealthIndicator"));
                });
    }

    @Test
    void healthOfAnInboxThatIsNotThereIsNamedAtTheStart() {
        Stack.MVC
                .application(Listens.class)
                .withPropertyValues("paycrypt.health.inbox.enabled=true")
                .run(context -> assertThat(NestedExceptionUtils.getMostSpecificCause(context.getStartupFailure()))
                        .isInstanceOf(PayCryptConfigurationException.class)
                        .hasMessageContaining("there is no inbox"));
    }

    @Test
    void theActuatorNeedNotBeThere() {
        Stack.MVC
                .application(Listens.class)
                .withClassLoader(
                        new FilteredClassLoader("org.springframework.boot.actuate", "org.springframework.boot.health"))
                .withPropertyValues("paycrypt.health.clock.enabled=true")
                .run(context -> assertThat(context).hasNotFailed());
    }

    /** Boot 4 has types of its own for it, in another package and with the same properties. */
    private static String health(ApplicationContext context, String of, String property) {
        Object indicator = context.getBean("payCrypt" + of + "HealthIndicator");
        Object value = new SpelExpressionParser()
                .parseExpression("health()." + property)
                .getValue(indicator);
        return String.valueOf(value);
    }

    private static JdbcTemplate jdbc(ApplicationContext context) {
        return new JdbcTemplate(context.getBean(DataSource.class));
    }

    private static AbstractApplicationContextRunner<?, ?, ?> inbox(Stack stack, String... properties) {
        return stack.application(Database.class, Fails.class)
                .withPropertyValues(
                        "paycrypt.webhook.replay=jdbc",
                        "paycrypt.webhook.inbox.create-table=true",
                        "paycrypt.webhook.inbox.workers=0",
                        "paycrypt.health.inbox.enabled=true")
                .withPropertyValues(properties);
    }

    static class Fails {
        @EventListener
        void on(WebhookEvent event) {
            throw new IllegalStateException("the shop's database is down");
        }
    }

    static class Listens {
        @EventListener
        void on(WebhookEvent event) {}
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
