package com.paycrypt.sdk.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.servlet.http.Delivery;
import com.paycrypt.sdk.servlet.http.Wire;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is put together wrongly says so. */
@Tag("container")
class MisuseTest {
    private static final WebhookReceiver WITH_HANDLER =
            WebhookReceiver.builder(Deployment.CREDENTIALS).handler(event -> {}).build();

    @RegisterExtension
    static final Deployment SHOP = deployment();

    private final String order = UUID.randomUUID().toString();

    private static Deployment deployment() {
        Deployment shop = new Deployment();
        return shop.filter(before("getParameter"), EnumSet.of(DispatcherType.REQUEST), "/parameters")
                .filter(before("getReader"), EnumSet.of(DispatcherType.REQUEST), "/reader")
                .filter("/parameters")
                .filter("/reader")
                .code("/parameters", (request, response) -> shop.reach(request))
                .code("/reader", (request, response) -> shop.reach(request));
    }

    /** A filter that somebody put in front. */
    private static Filter before(String call) {
        return (request, response, chain) -> {
            if (call.equals("getReader")) {
                request.getReader();
            } else {
                request.getParameter("id");
            }
            chain.doFilter(request, response);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"/parameters", "/reader"})
    void aFilterInFrontThatReadsTheBodyIsNamedInTheLog(String path) {
        Delivery form = Deployment.delivery(order).with("Content-Type", "application/x-www-form-urlencoded");
        try (Lines lines = new Lines()) {
            assertThat(Wire.HTTP_1_1.send(form, SHOP.url(path)).status()).isEqualTo(401);

            assertThat(lines.text()).contains("a filter in front read it", "getParameter");
        }
        assertThat(SHOP.timesReached(order)).isZero();
    }

    @Test
    void aReceiverWithAHandlerIsNotForAFilter() {
        assertThatThrownBy(() -> new PayCryptWebhookFilter(WITH_HANDLER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PayCryptWebhookServlet");
    }

    @Test
    void aReceiverWithoutAHandlerIsNotForTheReadyServlet() {
        assertThatThrownBy(() -> new PayCryptWebhookServlet(Deployment.receiver()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(".handler(event -> ...)")
                .hasMessageContaining("PayCryptWebhookFilter");
    }

    /** What the filter logs meanwhile. */
    private static final class Lines extends Handler implements AutoCloseable {
        private final Logger logger = Logger.getLogger(PayCryptWebhookFilter.class.getName());
        private final List<String> text = new CopyOnWriteArrayList<>();

        Lines() {
            logger.addHandler(this);
        }

        String text() {
            return String.join("\n", text);
        }

        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
                text.add(line.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            logger.removeHandler(this);
        }
    }
}
