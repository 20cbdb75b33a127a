package com.paycrypt.sdk.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.servlet.http.Answer;
import com.paycrypt.sdk.servlet.http.Delivery;
import com.paycrypt.sdk.servlet.http.Wire;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
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
                .filter(MisuseTest::unpacking, EnumSet.of(DispatcherType.REQUEST), "/unpacked")
                .filter("/unpacked")
                .code("/unpacked", (request, response) -> shop.reach(request))
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

    /** A filter in front that unpacks bodies, and leaves the length that was declared for the packed ones. */
    private static void unpacking(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ServletInputStream unpacked = new Unpacked(new GZIPInputStream(request.getInputStream()));
        chain.doFilter(
                new HttpServletRequestWrapper((HttpServletRequest) request) {
                    @Override
                    public ServletInputStream getInputStream() {
                        return unpacked;
                    }
                },
                response);
    }

    @Test
    void aBodyIsReadToItsEndWhateverLengthWasDeclared() throws IOException {
        String body =
                "{\"type\":\"t\",\"data\":{\"order_id\":\"" + order + "\",\"note\":\"" + "x".repeat(1500) + "\"}}";
        Delivery genuine = Delivery.of(body, Deployment.CREDENTIALS, Clock.systemUTC());
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
            packing.write(genuine.body());
        }

        Answer answer = Wire.HTTP_1_1.send(genuine.withBody(packed.toByteArray()), SHOP.url("/unpacked"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(SHOP.timesReached(order)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/parameters", "/reader"})
    void aFilterInFrontThatReadsTheBodyIsNamedInTheLog(String path) {
        Delivery form = Deployment.delivery(order).with("Content-Type", "application/x-www-form-urlencoded");
        try (Lines lines = new Lines()) {
            assertThat(Wire.HTTP_1_1.send(form, SHOP.url(path)).status()).isEqualTo(401);

            assertThat(lines.text()).contains("A filter in front has read the body", "getParameter");
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

    /** A body for those who may block. */
    private static final class Unpacked extends ServletInputStream {
        private final InputStream in;

        Unpacked(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
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
