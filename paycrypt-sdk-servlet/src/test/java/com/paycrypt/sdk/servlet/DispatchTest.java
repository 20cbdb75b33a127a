package com.paycrypt.sdk.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.servlet.http.Answer;
import com.paycrypt.sdk.servlet.http.Delivery;
import com.paycrypt.sdk.servlet.http.Wire;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever way a request takes through the application, a delivery is verified once. */
@Tag("container")
@ParameterizedClass
@EnumSource(Wire.class)
class DispatchTest {
    @RegisterExtension
    static final Deployment SHOP = deployment();

    private final Wire wire;
    private final String order = UUID.randomUUID().toString();
    private final Delivery genuine = Deployment.delivery(order);

    DispatchTest(Wire wire) {
        this.wire = wire;
    }

    private static Deployment deployment() {
        Deployment shop = new Deployment();
        return mapped(shop)
                .code("/wide/forward", (request, response) -> forward(request, response, "/wide/read"))
                .code("/wide/include", (request, response) -> include(request, response, "/wide/read"))
                .code("/wide/async", (request, response) -> request.startAsync().dispatch("/wide/read"))
                .code("/wide/raw-async", (request, response) -> raw(request))
                .code("/wide/read", (request, response) -> read(shop, request, response))
                .code("/narrow/forward", (request, response) -> forward(request, response, "/open/read"))
                .code("/narrow/include", (request, response) -> include(request, response, "/open/read"))
                .code("/open/read", (request, response) -> read(shop, request, response))
                .code("/open/forward", (request, response) -> forward(request, response, "/wide/read"))
                .code("/open/include", (request, response) -> include(request, response, "/wide/read"))
                .code("/open/unverified", DispatchTest::unverified)
                .code("/both/read", (request, response) -> read(shop, request, response));
    }

    /** On all of /both each of two filters judges: the first by the shop's credentials, the second by others, too. */
    private static Deployment mapped(Deployment shop) {
        PayCryptWebhookFilter wide = new PayCryptWebhookFilter(Deployment.receiver());
        PayCryptWebhookFilter strict = new PayCryptWebhookFilter(Credentials.of("pk_test_2", "sk_test_2"));
        return shop.filter("/narrow/*")
                .filter(wide, EnumSet.allOf(DispatcherType.class), "/wide/*")
                .filter(wide, EnumSet.of(DispatcherType.REQUEST), "/both/*")
                .filter(strict, EnumSet.of(DispatcherType.REQUEST), "/both/*");
    }

    private static void forward(HttpServletRequest request, HttpServletResponse response, String path)
            throws Exception {
        request.getRequestDispatcher(path).forward(request, response);
    }

    private static void include(HttpServletRequest request, HttpServletResponse response, String path)
            throws Exception {
        request.getRequestDispatcher(path).include(request, response);
    }

    /** A framework that digs out the container's own request, and goes on with that. */
    private static void raw(HttpServletRequest request) {
        HttpServletRequest own = request;
        while (own instanceof jakarta.servlet.http.HttpServletRequestWrapper wrapper) {
            own = (HttpServletRequest) wrapper.getRequest();
        }
        own.startAsync().dispatch("/wide/read");
    }

    private static void read(Deployment shop, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        shop.reach(request);
        response.getOutputStream().write(request.getInputStream().readAllBytes());
    }

    private static void unverified(HttpServletRequest request, HttpServletResponse response) throws Exception {
        assertThatThrownBy(() -> PayCryptWebhookFilter.event(request))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("No PayCrypt webhook was verified on this request to the servlet at /open/unverified: map "
                        + "PayCryptWebhookFilter to this path, for the dispatcher type REQUEST");
        response.getOutputStream().write("taught".getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/wide/forward",
                "/wide/include",
                "/wide/async",
                "/wide/raw-async",
                "/narrow/forward",
                "/narrow/include"
            })
    void theTargetOfADispatchFindsEventAndBody(String path) {
        Answer answer = wire.send(genuine, SHOP.url(path));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(genuine.text());
        assertThat(SHOP.timesReached(order)).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/open/forward", "/open/include"})
    void aDispatchFromAnUnguardedPathIsVerifiedWhereTheFilterIsMappedToIt(String path) {
        Answer forged = wire.send(genuine.withBody("{}".getBytes(StandardCharsets.US_ASCII)), SHOP.url(path));
        assertThat(forged.body()).isEqualTo("{\"error\":\"unauthorized\"}");
        assertThat(SHOP.timesReached(order)).isZero();

        assertThat(wire.send(genuine, SHOP.url(path)).body()).isEqualTo(genuine.text());
        assertThat(SHOP.timesReached(order)).isOne();
    }

    @Test
    void aSecondFilterWithOtherCredentialsJudgesForItself() {
        assertThat(wire.send(genuine, SHOP.url("/both/read")).status()).isEqualTo(401);
        assertThat(SHOP.timesReached(order)).isZero();
    }

    @Test
    void aRequestThatPassedNoFilterHasNoEventAndTheErrorSaysWhatToDo() {
        assertThat(wire.send(genuine, SHOP.url("/open/unverified")).body()).isEqualTo("taught");
    }
}
