package com.paycrypt.sdk.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.servlet.http.Delivery;
import com.paycrypt.sdk.servlet.http.Wire;
import com.paycrypt.sdk.webhook.ReplayGuard;
import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import com.paycrypt.sdk.webhook.WebhookSigner;
import com.paycrypt.sdk.webhook.WebhookVerifier;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.EnumSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The programs of the guide. */
@Tag("container")
class GuideTest {
    private static final Credentials SECOND = Credentials.of("pk_test_2", "sk_test_2");
    private static final ExecutorService WORKERS = Executors.newSingleThreadExecutor();

    @RegisterExtension
    static final Deployment SHOP = deployment();

    private final String order = UUID.randomUUID().toString();

    private static Deployment deployment() {
        Deployment shop = new Deployment();
        return shop.context(context -> registerFilter(context, Deployment.CREDENTIALS))
                .context(context -> registerServlet(context, Deployment.CREDENTIALS, shop))
                .context(context -> registerForTwoKeys(context, Deployment.CREDENTIALS, ReplayGuard.inMemory()))
                .servlet("/api/paycrypt/webhook", new SlowServlet(shop::reach))
                .code("/api/paycrypt/two", (request, response) -> shop.reach(request));
    }

    @AfterAll
    static void stop() {
        WORKERS.shutdownNow();
    }

    private static void registerFilter(ServletContext context, Credentials credentials) {
        // region register-filter
        FilterRegistration.Dynamic filter = context.addFilter("paycrypt", new PayCryptWebhookFilter(credentials));
        filter.setAsyncSupported(true);
        filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/api/paycrypt/webhook");
        // endregion
    }

    private static void registerServlet(ServletContext context, Credentials credentials, Deployment orders) {
        // region register-servlet
        WebhookReceiver receiver = WebhookReceiver.builder(credentials)
                .handler(event -> orders.reach(event.payment().orderId().orElseThrow()))
                .build();
        context.addServlet("paycrypt-ready", new PayCryptWebhookServlet(receiver))
                .addMapping("/api/paycrypt/ready");
        // endregion
    }

    private static void registerForTwoKeys(ServletContext context, Credentials credentials, ReplayGuard guard) {
        // region receiver
        WebhookVerifier verifier =
                WebhookVerifier.builder(credentials).alsoAccept(SECOND).build();
        WebhookReceiver receiver = WebhookReceiver.builder(verifier)
                .replayGuard(guard)
                .maxBodySize(64 * 1024)
                .build();
        PayCryptWebhookFilter filter = new PayCryptWebhookFilter(receiver);
        // endregion
        FilterRegistration.Dynamic added = context.addFilter("two", filter);
        added.setAsyncSupported(true);
        added.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/api/paycrypt/two");
    }

    @Test
    void theFilterOfTheGuideDecidesWhenTheWorkIsDone() {
        Delivery genuine = Deployment.delivery(order);

        assertThat(status(genuine.with(Delivery.KEY, "pk_other"), "/api/paycrypt/webhook"))
                .isEqualTo(401);
        assertThat(status(genuine, "/api/paycrypt/webhook")).isEqualTo(200);
        assertThat(SHOP.timesReached(order)).isOne();
    }

    @Test
    void whatTheWorkFailedAtMayComeAgain() {
        Delivery unpaid = Delivery.of("{\"type\":\"payment.failed\"}", Deployment.CREDENTIALS, Clock.systemUTC());

        assertThat(status(unpaid, "/api/paycrypt/webhook")).isEqualTo(503);
        assertThat(status(unpaid, "/api/paycrypt/webhook")).isIn(503, 409);
    }

    @Test
    void theServletOfTheGuideTakesADelivery() {
        assertThat(status(Deployment.delivery(order), "/api/paycrypt/ready")).isEqualTo(200);
        assertThat(SHOP.timesReached(order)).isOne();
    }

    @Test
    void theReceiverOfTheGuideAcceptsBothKeys() {
        assertThat(status(Delivery.ofOrder(order, SECOND, Clock.systemUTC()), "/api/paycrypt/two"))
                .isEqualTo(200);
        assertThat(status(Deployment.delivery(order), "/api/paycrypt/two")).isEqualTo(200);
        assertThat(SHOP.timesReached(order)).isEqualTo(2);
    }

    @Test
    void aTestOfTheShopSignsItsOwnDelivery() throws Exception {
        Credentials credentials = Deployment.CREDENTIALS;
        URI webhook = URI.create(SHOP.url("/api/paycrypt/ready"));
        // region test
        byte[] body = "{\"type\":\"payment.succeeded\",\"data\":{\"order_id\":\"ORD-123\"}}".getBytes(UTF_8);
        SignedWebhook delivery = WebhookSigner.of(credentials).sign(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(webhook).POST(BodyPublishers.ofByteArray(delivery.body()));
        delivery.headers().forEach((name, values) -> request.header(name, values.get(0)));

        HttpResponse<String> response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        // endregion
        assertThat(SHOP.timesReached("ORD-123")).isOne();
    }

    private static int status(Delivery delivery, String path) {
        return Wire.HTTP_1_1.send(delivery, SHOP.url(path)).status();
    }

    /** Hands the work to a pool of the shop. */
    private static final class SlowServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        private final transient Consumer<String> orders;

        SlowServlet(Consumer<String> orders) {
            this.orders = orders;
        }

        // region async
        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) {
            WebhookEvent event = PayCryptWebhookFilter.event(request);
            AsyncContext context = request.startAsync();
            WORKERS.execute(() -> {
                try {
                    orders.accept(event.payment().orderId().orElseThrow());
                } catch (RuntimeException e) {
                    response.setStatus(503); // PayCrypt may deliver it again
                } finally {
                    context.complete();
                }
            });
        }
        // endregion
    }
}
