package com.paycrypt.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.PayCryptClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** When the SDK is there, when it is not, and when it fails to start. */
@Tag("alone")
@Tag("no-web")
@ExtendWith(OutputCaptureExtension.class)
class StartTest {
    @Test
    void withoutPropertiesItIsAsIfWeWereNotThere() {
        try (ConfigurableApplicationContext context =
                new SpringApplicationBuilder(Applications.WithoutUs.class).run("--server.port=0")) {
            assertThat(context.getBeansOfType(PayCryptClient.class)).isEmpty();
            assertThat(context.getBeanDefinitionNames())
                    .filteredOn(name -> name.startsWith("payCrypt"))
                    .allMatch(
                            List.of("payCryptEventParameter", "payCryptUnconfiguredCheck", "payCryptSecretSanitizer")
                                    ::contains);
        }
    }

    @Test
    void someOfThePropertiesAreNotEnough(CapturedOutput output) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(Applications.WithoutUs.class)
                        .run("--server.port=0", "--paycrypt.base-url=https://pay.example", "--paycrypt.secret="))
                .isInstanceOf(RuntimeException.class);

        assertThat(output.getAll())
                .contains("APPLICATION FAILED TO START")
                .contains("paycrypt.key is not set: it is the API key that PayCrypt issued to you")
                .contains("paycrypt.secret is blank: it is the secret that came with the API key")
                .doesNotContain("paycrypt.base-url is");
    }

    @Test
    void somebodyHasToTakeTheWebhooks(CapturedOutput output) {
        Cell.assumeWeb();
        assertThatThrownBy(() -> Shop.start(Applications.WithoutUs.class)).isInstanceOf(RuntimeException.class);

        assertThat(output.getAll())
                .contains("APPLICATION FAILED TO START")
                .contains("Nothing takes PayCrypt's webhooks")
                .contains("paycrypt.webhook.enabled=false");
    }

    @Test
    void anApplicationThatOnlyCreatesSessionsSaysSo() {
        try (Shop shop = Shop.start(Applications.WithoutUs.class, "paycrypt.webhook.enabled=false")) {
            assertThat(shop.bean(PayCryptClient.class)).isNotNull();
        }
    }

    @Test
    void anEventWhereNothingIsVerifiedIsFoundAtTheStart(CapturedOutput output) {
        Cell.assumeWeb();
        assertThatThrownBy(() -> Shop.start(Applications.WithStrayController.class))
                .isInstanceOf(RuntimeException.class);

        assertThat(output.getAll())
                .contains("takes a WebhookEvent, but is mapped to [/elsewhere]")
                .contains("paycrypt.webhook.path is /api/paycrypt/webhook");
    }

    @ParameterizedTest
    @ValueSource(classes = {Takers.OptionalEvent.class, Takers.ListOfEvents.class})
    void anEventWithinSomethingThatNothingFillsIsFoundAtTheStart(Class<?> application, CapturedOutput output) {
        Cell.assumeWeb();
        assertThatThrownBy(() -> Shop.start(application)).isInstanceOf(RuntimeException.class);

        assertThat(output.getAll())
                .contains("APPLICATION FAILED TO START")
                .contains("takes a WebhookEvent within a ", "which nothing fills")
                .contains("Take a WebhookEvent as it is");
    }

    @Test
    void aHandlerBesideAListenerIsFoundAtTheStart(CapturedOutput output) {
        Cell.assumeWeb();
        assertThatThrownBy(() -> Shop.start(Takers.HandlerAndListener.class)).isInstanceOf(RuntimeException.class);

        assertThat(output.getAll())
                .contains("APPLICATION FAILED TO START")
                .contains("both by a WebhookHandler bean and by an @EventListener for WebhookEvent")
                .contains("Keep one of them");
    }

    @ParameterizedTest
    @ValueSource(classes = {Takers.TwoHandlers.class, Takers.TwoHandlersAndListener.class})
    void handlersOfWhichNoneIsPrimaryAreFoundAtTheStart(Class<?> application, CapturedOutput output) {
        Cell.assumeWeb();
        assertThatThrownBy(() -> Shop.start(application)).isInstanceOf(RuntimeException.class);

        assertThat(output.getAll())
                .contains("APPLICATION FAILED TO START")
                .contains("more than one bean is a WebhookHandler: first, second")
                .contains("Mark the one that is to take them as @Primary");
    }

    @Test
    void ofSeveralHandlersThePrimaryOneIsCalled() throws Exception {
        Cell.assumeWeb();
        try (Shop shop = Shop.start(Takers.PrimaryHandler.class)) {
            assertThat(shop.deliver(Shop.paid()).statusCode()).isEqualTo(200);
            assertThat(shop.bean(AtomicInteger.class)).hasValue(1);
        }
    }

    /** Its handlers are the controller's own affair. */
    @Test
    void aControllerMayHaveHandlersOfItsOwn() throws Exception {
        Cell.assumeWeb();
        try (Shop shop = Shop.start(Takers.ControllerAndTwoHandlers.class)) {
            assertThat(shop.deliver(Shop.paid()).statusCode()).isEqualTo(200);
        }
    }

    /** Without the SDK's own resolver Spring would make an event of the request's parameters. */
    @Test
    void anEventIsNeverMadeOfARequestEvenWithoutProperties() throws Exception {
        Cell.assumeWeb();
        Cell.assumeWithout("security");
        try (Shop shop = Shop.startWithoutUs(Applications.WithStrayController.class)) {
            int status = shop.send(shop.request("/elsewhere?type=payment.succeeded")
                            .POST(BodyPublishers.ofString("{\"type\":\"payment.succeeded\"}"))
                            .build())
                    .statusCode();

            assertThat(status).isEqualTo(400);
        }
    }
}
