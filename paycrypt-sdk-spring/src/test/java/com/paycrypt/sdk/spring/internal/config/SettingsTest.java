package com.paycrypt.sdk.spring.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.spring.LoggedLines;
import com.paycrypt.sdk.spring.Outcomes;
import com.paycrypt.sdk.spring.Stack;
import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookInbox;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.AbstractApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Settings that are wrong, or mean what they do not say, are named at the start. */
class SettingsTest {
    private final LoggedLines log = LoggedLines.open();

    @AfterEach
    void close() {
        log.close();
    }

    static Stream<Arguments> noes() {
        return Stream.of(Stack.values())
                .flatMap(stack -> Stream.of("false", "off", "no", "0", "FALSE").map(no -> Arguments.of(stack, no)));
    }

    @ParameterizedTest
    @MethodSource("noes")
    void webhooksAreOffInEverySpelling(Stack stack, String no) {
        stack.application().withPropertyValues("paycrypt.webhook.enabled=" + no).run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(PayCryptClient.class);
            assertThat(context).doesNotHaveBean(WebhookReceiver.class);
        });
    }

    static Stream<Arguments> unusable() {
        return Stream.concat(
                Stream.of("0s", "-1s", "500us", "99999999d").map(time -> Arguments.of("keep-for", time)),
                Stream.of("-1", "257").map(number -> Arguments.of("workers", number)));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void aSettingOfTheInboxThatCannotBeUsedIsNamed(String property, String value) {
        Stack.MVC
                .application(Database.class, Listens.class)
                .withPropertyValues(
                        "paycrypt.webhook.replay=jdbc",
                        "paycrypt.webhook.inbox.create-table=true",
                        "paycrypt.webhook.inbox." + property + "=" + value)
                .run(context -> assertThat(NestedExceptionUtils.getMostSpecificCause(context.getStartupFailure()))
                        .isInstanceOf(PayCryptConfigurationException.class)
                        .hasMessageStartingWith("paycrypt.webhook.inbox." + property + " cannot be used: "));
    }

    @Test
    void theInboxIsThereWithUsualTimes() {
        Stack.MVC
                .application(Database.class, Listens.class)
                .withPropertyValues("paycrypt.webhook.replay=jdbc", "paycrypt.webhook.inbox.create-table=true")
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(WebhookInbox.class));
    }

    static Stream<Arguments> expectant() {
        return Stream.of(Stack.values())
                .flatMap(stack -> Stream.of(Listens.class, Controls.class).map(code -> Arguments.of(stack, code)));
    }

    @ParameterizedTest
    @MethodSource("expectant")
    void anUnconfiguredApplicationThatExpectsWebhooksIsWarned(Stack stack, Class<?> code) {
        stack.unconfigured(code).run(context -> assertThat(context).hasNotFailed());

        assertThat(log.lines()).asString().contains("none will come: PayCrypt is not configured");
    }

    @ParameterizedTest
    @MethodSource("expectant")
    void aConfiguredOneIsNot(Stack stack, Class<?> code) {
        stack.application(code).run(context -> assertThat(context).hasNotFailed());

        assertThat(log.lines()).asString().doesNotContain("PayCrypt is not configured");
    }

    @ParameterizedTest
    @EnumSource
    void oneThatExpectsNoneIsNot(Stack stack) {
        stack.unconfigured().run(context -> assertThat(context).hasNotFailed());

        assertThat(log.lines()).asString().doesNotContain("PayCrypt is not configured");
    }

    @Test
    void aMissingClientIsExplained() {
        Stack.MVC
                .unconfigured(NeedsClient.class)
                .run(context -> assertThat(analysis(context.getStartupFailure()))
                        .contains("The application asks for a PayCryptClient", "PayCrypt is not configured"));
    }

    private static String analysis(Throwable failure) {
        return SpringFactoriesLoader.forDefaultResourceLocation(SettingsTest.class.getClassLoader())
                .load(FailureAnalyzer.class, FailureHandler.handleMessage((message, failed) -> {}))
                .stream()
                .filter(each -> each.getClass().getName().startsWith("com.paycrypt."))
                .map(each -> each.analyze(failure))
                .filter(analysis -> analysis != null)
                .findFirst()
                .orElseThrow()
                .getDescription();
    }

    @ParameterizedTest
    @EnumSource
    void aDeliveryThatASecurityRuleDeniedNamesTheAuthority(Stack stack) {
        stack.application(Outcomes.class, Denies.class).run(context -> {
            assertThat(stack.deliver(context, Stack.delivery("any"))).isEqualTo(403);
            assertThat(context.getBean(Outcomes.class).all)
                    .singleElement()
                    .asString()
                    .contains("hasAuthority(\"PAYCRYPT_WEBHOOK\")");
        });
    }

    /** Boot 3.5 knows no such property. */
    @ParameterizedTest
    @EnumSource
    void aRequiredApiVersionIsWarnedOfWhereAControllerIsRoutedByIt(Stack stack) {
        int rejected = SpringBootVersion.getVersion().startsWith("3.") ? 200 : 400;

        assertThat(statusWithRequiredApiVersion(stack, Listens.class)).isEqualTo(200);
        assertThat(log.lines()).asString().doesNotContain("apiversion");
        assertThat(statusWithRequiredApiVersion(stack, Controls.class)).isEqualTo(rejected);
        assertThat(log.lines()).asString().contains(".apiversion.required is true, and PayCrypt sends no API version");
    }

    private static int statusWithRequiredApiVersion(Stack stack, Class<?> shop) {
        String property = (stack == Stack.MVC ? "spring.mvc" : "spring.webflux") + ".apiversion";
        AtomicInteger status = new AtomicInteger();
        stack.application(shop)
                .withPropertyValues(property + ".required=true", property + ".use.header=API-Version")
                .run(context -> status.set(stack.deliver(context, Stack.delivery("payment.succeeded"))));
        return status.get();
    }

    @Test
    void aWebhookUrlThatLeadsElsewhereIsNamed() {
        withWebhookUrl("https://merchant.tld/shop/hooks")
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(log.lines())
                .asString()
                .contains("paycrypt.defaults.webhook-url=https://merchant.tld/shop/hooks")
                .contains("paycrypt.webhook.path=/api/paycrypt/webhook");
    }

    @Test
    void oneBehindAPrefixIsNot() {
        withWebhookUrl("https://merchant.tld/shop/api/paycrypt/webhook")
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(log.lines()).asString().doesNotContain("PayCrypt delivers elsewhere");
    }

    private static AbstractApplicationContextRunner<?, ?, ?> withWebhookUrl(String url) {
        return Stack.MVC.application(Listens.class).withPropertyValues("paycrypt.defaults.webhook-url=" + url);
    }

    @ParameterizedTest
    @EnumSource
    void secretsAreSanitizedInEverySpelling(Stack stack) {
        stack.application(Listens.class).run(context -> {
            SanitizingFunction function = context.getBean(SanitizingFunction.class);
            assertThat(Stream.of(
                            "paycrypt.secret",
                            "PAYCRYPT_SECRET",
                            "paycrypt.webhook.also-accept[0].secret",
                            "paycrypt.webhook.alsoAccept[12].secret"))
                    .allMatch(key -> isSanitized(function, key));
            assertThat(Stream.of("paycrypt.key", "paycrypt.base-url", "shop.secret"))
                    .noneMatch(key -> isSanitized(function, key));
        });
    }

    private static boolean isSanitized(SanitizingFunction function, String key) {
        SanitizableData data = new SanitizableData(new MapPropertySource("any", java.util.Map.of()), key, "the value");
        return SanitizableData.SANITIZED_VALUE.equals(function.apply(data).getValue());
    }

    static class Listens {
        @EventListener
        void on(WebhookEvent event) {}
    }

    @RestController
    static class Controls {
        @PostMapping(Stack.PATH)
        void take(WebhookEvent event) {}
    }

    @RestController
    static class Denies {
        @PostMapping(Stack.PATH)
        @ResponseStatus(HttpStatus.FORBIDDEN)
        void take(WebhookEvent event) {}
    }

    static class NeedsClient {
        @Bean
        String shop(PayCryptClient client) {
            return "shop";
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
