package com.paycrypt.sdk.spring.internal.observation;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.error.PayCryptException;
import com.paycrypt.sdk.spring.BootLine;
import com.paycrypt.sdk.spring.Stack;
import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookEvent;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.yaml.snakeyaml.Yaml;

/** Every series that an alert asks for is one that an application publishes, with the labels that it asks for. */
class AlertRulesTest {
    private static final Pattern SELECTOR = Pattern.compile("(paycrypt_[a-z_]+)(?:\\{([^}]*)\\})?");
    private static final Pattern MATCHER = Pattern.compile("([a-z_]+)(?:=~|!=|!~|=)\"([^\"]*)\"");

    private static ConfigurableApplicationContext shop;

    @BeforeAll
    static void start() {
        shop = SpringApplication.run(
                MonitoredShop.class,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.main.banner-mode=off",
                "--management.endpoints.web.exposure.include=prometheus",
                "--management.prometheus.metrics.export.enabled=true",
                "--spring.autoconfigure.exclude=" + String.join(",", notNeeded()),
                "--paycrypt.base-url=http://127.0.0.1:1",
                "--paycrypt.retry.policy=none",
                "--paycrypt.key=" + Stack.CREDENTIALS.key(),
                "--paycrypt.secret=sk_test_1",
                "--paycrypt.webhook.replay=jdbc",
                "--paycrypt.webhook.inbox.create-table=true");
    }

    private static List<String> notNeeded() {
        return Stream.of("Security", ".security.", "Jpa", "Redis")
                .flatMap(part -> BootLine.autoConfigurationsWith(part).stream())
                .toList();
    }

    @AfterAll
    static void stop() {
        shop.close();
    }

    @Test
    void everySeriesOfTheRulesIsPublishedWithItsLabels() throws Exception {
        deliver(Stack.delivery("payment.succeeded"), "");
        deliver(Stack.delivery("payment.failed"), "");
        deliver(Stack.delivery("payment.succeeded"), "0".repeat(64));
        callInVain();
        Map<String, Set<String>> published = published();

        List<String> expressions = expressions();
        assertThat(expressions).hasSizeGreaterThan(5);
        for (String expression : expressions) {
            Matcher selector = SELECTOR.matcher(expression);
            assertThat(selector.find()).as(expression).isTrue();
            do {
                assertThat(published).containsKey(selector.group(1));
                String matchers = selector.group(2) == null ? "" : selector.group(2);
                assertThat(published.get(selector.group(1))).containsAll(labels(matchers));
            } while (selector.find());
        }
        assertThat(published.get("paycrypt_webhook_deliveries_seconds_count"))
                .contains("verdict=handled", "verdict=failed", "verdict=rejected");
    }

    /** Names alone: what value a label has depends on what happened. */
    private static List<String> labels(String matchers) {
        List<String> labels = new ArrayList<>();
        Matcher each = MATCHER.matcher(matchers);
        while (each.find()) {
            labels.add(each.group(1));
        }
        return labels;
    }

    @SuppressWarnings("unchecked")
    private static List<String> expressions() throws IOException {
        try (InputStream file = Files.newInputStream(Path.of("prometheus-alerts.yml"))) {
            Map<String, List<Map<String, Object>>> rules = new Yaml().load(file);
            return Objects.requireNonNull(rules.get("groups")).stream()
                    .flatMap(group -> ((List<Map<String, Object>>) Objects.requireNonNull(group.get("rules"))).stream())
                    .map(rule -> (String) rule.get("expr"))
                    .toList();
        }
    }

    /** The labels of each series, by name, and with their values. */
    private static Map<String, Set<String>> published() throws Exception {
        Map<String, Set<String>> published = new HashMap<>();
        for (String line : (Iterable<String>)
                send(HttpRequest.newBuilder(at("/actuator/prometheus")).build())
                        .body()
                        .lines()::iterator) {
            Matcher series = SELECTOR.matcher(line);
            if (series.lookingAt()) {
                Set<String> labels = published.computeIfAbsent(series.group(1), name -> new HashSet<>());
                Matcher each = MATCHER.matcher(series.group(2) == null ? "" : series.group(2));
                while (each.find()) {
                    labels.add(each.group(1));
                    labels.add(each.group(1) + "=" + each.group(2));
                }
            }
        }
        return published;
    }

    private static void callInVain() {
        try {
            shop.getBean(PayCryptClient.class).paymentSessions().retrieve("cs_1");
        } catch (PayCryptException nobodyThere) {
            assertThat(nobodyThere).isNotNull();
        }
    }

    private static void deliver(SignedWebhook delivery, String signature) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(at(Stack.PATH)).POST(BodyPublishers.ofByteArray(delivery.body()));
        delivery.headers().forEach((name, values) -> request.header(name, values.get(0)));
        if (!signature.isEmpty()) {
            request.setHeader("X-Paycrypt-Signature", signature);
        }
        send(request.build());
    }

    private static URI at(String path) {
        return URI.create("http://127.0.0.1:" + shop.getEnvironment().getProperty("local.server.port") + path);
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    @EnableAutoConfiguration
    static class MonitoredShop {
        @Bean
        DataSource dataSource() {
            return new EmbeddedDatabaseBuilder()
                    .setType(EmbeddedDatabaseType.H2)
                    .generateUniqueName(true)
                    .build();
        }

        @EventListener
        void on(WebhookEvent event) {
            if (event.type().equals("payment.failed")) {
                throw new IllegalStateException("the shop's database is down");
            }
        }
    }
}
