package com.paycrypt.sdk.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.servlet.http.Answer;
import com.paycrypt.sdk.servlet.http.Delivery;
import com.paycrypt.sdk.servlet.http.Wire;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An error page of the shop behind the filter, which is mapped to the dispatcher type ERROR as well. */
@Tag("container")
@ParameterizedClass
@EnumSource(Wire.class)
class ErrorDispatchTest {
    @RegisterExtension
    static final Deployment SHOP = deployment();

    private final Wire wire;
    private final String order = UUID.randomUUID().toString();
    private final Delivery genuine = Deployment.delivery(order);

    ErrorDispatchTest(Wire wire) {
        this.wire = wire;
    }

    private static Deployment deployment() {
        Deployment shop = new Deployment();
        PayCryptWebhookFilter wide = new PayCryptWebhookFilter(Deployment.receiver());
        return shop.filter(wide, EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR), "/wide/*")
                .errorPage(500, "/wide/error")
                .code("/wide/throwing", ErrorDispatchTest::fail)
                .code("/wide/sending", (request, response) -> response.sendError(500))
                .code("/wide/taking", (request, response) -> shop.reach(request))
                .code("/open/throwing", ErrorDispatchTest::fail)
                .code("/wide/error", (request, response) -> page(shop, request, response));
    }

    private static void fail(HttpServletRequest request, HttpServletResponse response) {
        throw new IllegalStateException("no stock");
    }

    private static void page(Deployment shop, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        shop.reach(request);
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write("sorry: ".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        request.getInputStream().transferTo(response.getOutputStream());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/wide/throwing", "/wide/sending"})
    void theErrorPageFindsEventAndBodyAndTheDeliveryMayComeAgain(String path) {
        Answer failed = wire.send(genuine, SHOP.url(path));
        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.body()).isEqualTo("sorry: " + genuine.text());

        assertThat(wire.send(genuine, SHOP.url("/wide/taking")).body()).isEmpty();
        assertThat(SHOP.timesReached(order)).isEqualTo(2);
    }

    @Test
    void whatWasNeverVerifiedDoesNotReachAnErrorPageBehindTheFilterEither() {
        Delivery forged = genuine.with(Delivery.KEY, "pk_test_2");

        assertThat(wire.send(forged, SHOP.url("/open/throwing")).body()).doesNotContain("sorry");
        assertThat(SHOP.timesReached(order)).isZero();
    }
}
