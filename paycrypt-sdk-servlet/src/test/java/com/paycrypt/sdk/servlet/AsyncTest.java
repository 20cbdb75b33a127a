package com.paycrypt.sdk.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.servlet.http.Answer;
import com.paycrypt.sdk.servlet.http.Delivery;
import com.paycrypt.sdk.servlet.http.Wire;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the shop's code goes asynchronous, the delivery is decided when that is over. */
@Tag("container")
@ParameterizedClass
@EnumSource(Wire.class)
class AsyncTest {
    @RegisterExtension
    static final Deployment SHOP = deployment();

    private final Wire wire;
    private final String order = UUID.randomUUID().toString();
    private final Delivery genuine = Deployment.delivery(order);

    AsyncTest(Wire wire) {
        this.wire = wire;
    }

    private static Deployment deployment() {
        Deployment shop = new Deployment();
        return shop.filter("/async/*")
                .code("/async/no-arguments", (request, response) -> complete(shop, request, request.startAsync()))
                .code(
                        "/async/arguments",
                        (request, response) -> complete(shop, request, request.startAsync(request, response)))
                .code("/async/dispatch", (request, response) -> dispatch(request, request.startAsync()))
                .code(
                        "/async/dispatch-arguments",
                        (request, response) -> dispatch(request, request.startAsync(request, response)))
                .code("/async/timeout", (request, response) -> timeOut(shop, request))
                .code("/async/timeout-answered", (request, response) -> answerTimeout(shop, request))
                .code("/async/throws", (request, response) -> throwAfterStart(shop, request))
                .code("/async/again", (request, response) -> startTwice(shop, request))
                .code("/target/read", (request, response) -> echo(shop, request, response))
                .code("/target/throw", (request, response) -> throwing(shop, request));
    }

    private static void complete(Deployment shop, HttpServletRequest request, AsyncContext context) {
        context.start(() -> {
            shop.reach(request);
            ((HttpServletResponse) context.getResponse()).setStatus(Integer.parseInt(request.getQueryString()));
            context.complete();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/async/no-arguments", "/async/arguments"})
    void aSuccessInTheEndTakesTheDelivery(String path) {
        assertThat(wire.send(genuine, SHOP.url(path + "?202")).status()).isEqualTo(202);

        assertThat(settledCopy(path + "?202").body()).isEqualTo("{\"ok\":true}");
        assertThat(SHOP.timesReached(order)).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/async/no-arguments", "/async/arguments"})
    void aFailureInTheEndLetsTheDeliveryComeAgain(String path) {
        assertThat(wire.send(genuine, SHOP.url(path + "?503")).status()).isEqualTo(503);

        assertThat(settledCopy(path + "?202").status()).isEqualTo(202);
        assertThat(SHOP.timesReached(order)).isEqualTo(2);
    }

    private static void dispatch(HttpServletRequest request, AsyncContext context) {
        context.start(() -> context.dispatch("/target/" + request.getQueryString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/async/dispatch", "/async/dispatch-arguments"})
    void theTargetOfADispatchFindsEventAndBody(String path) {
        Answer answer = wire.send(genuine, SHOP.url(path + "?read"));

        assertThat(answer.body()).isEqualTo("ASYNC " + genuine.text());
        assertThat(settledCopy(path + "?read").body()).isEqualTo("{\"ok\":true}");
        assertThat(SHOP.timesReached(order)).isOne();
    }

    private static void echo(Deployment shop, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        shop.reach(request);
        DispatcherType type = request.getDispatcherType();
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write((type + " ").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        request.getInputStream().transferTo(response.getOutputStream());
    }

    @Test
    void aDispatchThatThrowsLetsTheDeliveryComeAgain() {
        assertThat(wire.send(genuine, SHOP.url("/async/dispatch?throw")).status())
                .isEqualTo(500);

        assertThat(settledCopy("/async/no-arguments?200").status()).isEqualTo(200);
        assertThat(SHOP.timesReached(order)).isEqualTo(2);
    }

    private static void throwing(Deployment shop, HttpServletRequest request) {
        shop.reach(request);
        throw new IllegalStateException("no stock");
    }

    private static void timeOut(Deployment shop, HttpServletRequest request) {
        shop.reach(request);
        request.startAsync().setTimeout(100);
    }

    @Test
    void aTimeoutThatNobodyAnswersLetsTheDeliveryComeAgain() {
        assertThat(wire.send(genuine, SHOP.url("/async/timeout")).status()).isEqualTo(500);

        assertThat(settledCopy("/async/no-arguments?200").status()).isEqualTo(200);
        assertThat(SHOP.timesReached(order)).isEqualTo(2);
    }

    private static void answerTimeout(Deployment shop, HttpServletRequest request) {
        shop.reach(request);
        AsyncContext context = request.startAsync();
        context.addListener(new AnswerOnTimeout());
        context.setTimeout(100);
    }

    @Test
    void aTimeoutThatTheShopAnswersIsDecidedByThatAnswer() {
        assertThat(wire.send(genuine, SHOP.url("/async/timeout-answered")).status())
                .isEqualTo(202);

        assertThat(settledCopy("/async/timeout-answered").body()).isEqualTo("{\"ok\":true}");
        assertThat(SHOP.timesReached(order)).isOne();
    }

    private static void throwAfterStart(Deployment shop, HttpServletRequest request) {
        shop.reach(request);
        request.startAsync();
        throw new IllegalStateException("no stock");
    }

    @Test
    void anExceptionAfterTheStartLetsTheDeliveryComeAgain() {
        assertThat(wire.send(genuine, SHOP.url("/async/throws")).status()).isEqualTo(500);

        assertThat(settledCopy("/async/no-arguments?200").status()).isEqualTo(200);
        assertThat(SHOP.timesReached(order)).isEqualTo(2);
    }

    private static void startTwice(Deployment shop, HttpServletRequest request) {
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            request.startAsync().dispatch();
        } else {
            complete(shop, request, request.startAsync());
        }
    }

    @Test
    void aSecondCycleDecidesWhereThereIsOne() {
        assertThat(wire.send(genuine, SHOP.url("/async/again?503")).status()).isEqualTo(503);
        assertThat(settledCopy("/async/again?201").status()).isEqualTo(201);

        assertThat(settledCopy("/async/again?201").body()).isEqualTo("{\"ok\":true}");
        assertThat(SHOP.timesReached(order)).isEqualTo(2);
    }

    private Answer settledCopy(String path) {
        return wire.sendOnceSettled(genuine, SHOP.url(path));
    }

    /** A shop that answers a timeout itself. */
    private static final class AnswerOnTimeout implements AsyncListener {
        @Override
        public void onTimeout(AsyncEvent event) {
            ((HttpServletResponse) event.getAsyncContext().getResponse()).setStatus(202);
            event.getAsyncContext().complete();
        }

        @Override
        public void onComplete(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}

        @Override
        public void onStartAsync(AsyncEvent event) {}
    }
}
