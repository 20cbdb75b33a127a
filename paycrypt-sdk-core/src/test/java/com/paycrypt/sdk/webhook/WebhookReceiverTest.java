package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.internal.webhook.SignatureHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class WebhookReceiverTest {
    private final Credentials credentials = Credentials.of("pk_1", "sk_1");
    private final List<String> handled = Collections.synchronizedList(new ArrayList<>());
    private final WebhookReceiver receiver = WebhookReceiver.builder(credentials)
            .handler(event -> handled.add(event.type()))
            .maxBodySize(100)
            .build();
    private final SignedWebhook delivery = sign("{\"type\":\"payment.succeeded\"}");
    private final InputStream unreadable = new InputStream() {
        @Override
        public int read() throws IOException {
            throw new IOException("connection lost");
        }
    };

    @Test
    void aGenuineDeliveryIsHandledOnceAndItsCopyAcknowledged() throws IOException {
        assertThat(receive(delivery).status()).isEqualTo(200);
        assertThat(receive(delivery).status()).isEqualTo(200);
        assertThat(handled).containsExactly("payment.succeeded");
    }

    @Test
    void aDeliverySignedAnewIsHandledAnew() throws IOException {
        receive(delivery);
        receive(sign("{\"type\":\"payment.failed\"}"));

        assertThat(handled).containsExactly("payment.succeeded", "payment.failed");
    }

    @Test
    void theEventsOfOneSessionAreAllHandledThoughTheyShareAnId() throws IOException {
        receive(sign("{\"type\":\"payment.pending\",\"id\":\"evt_1\"}"));
        receive(sign("{\"type\":\"payment.confirmed\",\"id\":\"evt_1\"}"));

        assertThat(handled).containsExactly("payment.pending", "payment.confirmed");
    }

    @Test
    void aDeliveryWhoseHandlerFailedIsAcceptedAgain() {
        WebhookDelivery first = open(delivery);
        assertThat(first.failed(new IllegalStateException("no stock")).status()).isEqualTo(500);

        assertThat(receiver.receive("POST", delivery.headers()::get, delivery.body())
                        .status())
                .isEqualTo(200);
        assertThat(handled).containsExactly("payment.succeeded");
    }

    @Test
    void aCopyOfOneBeingHandledIsToldSo() {
        WebhookDelivery first = open(delivery);
        WebhookDelivery copy = open(delivery);

        assertThat(first.response()).isEmpty();
        assertThat(copy.response())
                .hasValueSatisfying(answer -> assertThat(answer.status()).isEqualTo(409));
        assertThat(first.succeeded().status()).isEqualTo(200);
    }

    @Test
    void fortyCopiesAtOnceReachTheHandlerOnce() throws Exception {
        CountDownLatch allButOneAnswered = new CountDownLatch(39);
        WebhookReceiver slow = WebhookReceiver.builder(credentials)
                .handler(event -> {
                    handled.add(event.type());
                    allButOneAnswered.await();
                })
                .build();
        List<Integer> answers = fortyAtOnce(() -> {
            int status = slow.receive("POST", delivery.headers()::get, delivery.body())
                    .status();
            allButOneAnswered.countDown();
            return status;
        });
        assertThat(handled).containsExactly("payment.succeeded");
        assertThat(answers).filteredOn(status -> status == 409).hasSize(39);
        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
    }

    private static List<Integer> fortyAtOnce(Callable<Integer> sender) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(40);
        List<Integer> answers = new ArrayList<>();
        try {
            for (Future<Integer> answer : threads.invokeAll(Collections.nCopies(40, sender))) {
                answers.add(answer.get());
            }
        } finally {
            threads.shutdown();
        }
        return answers;
    }

    @Test
    void whatIsRejectedByItsHeadersIsNotRead() throws IOException {
        assertThat(receiver.receive("GET", delivery.headers()::get, unreadable).status())
                .isEqualTo(405);
        assertThat(receiver.receive("POST", name -> null, unreadable).status()).isEqualTo(401);
        assertThat(receiver.receive("POST", with("Content-Length", "101")::get, unreadable)
                        .status())
                .isEqualTo(413);
    }

    @Test
    void aBodyThatCannotBeReadIsTheServersMatter() {
        assertThatThrownBy(() -> receiver.receive("POST", delivery.headers()::get, unreadable))
                .isInstanceOf(IOException.class)
                .hasMessage("connection lost");
        assertThat(open(delivery).response()).isEmpty();
    }

    @Test
    void noMoreThanOneByteBeyondTheLimitIsRead() throws IOException {
        ByteArrayInputStream endless = new ByteArrayInputStream(new byte[10_000]);

        assertThat(receiver.receive("POST", delivery.headers()::get, endless).status())
                .isEqualTo(413);
        assertThat(endless.available()).isEqualTo(10_000 - 101);
    }

    @ParameterizedTest
    @CsvSource({"100, 200", "101, 413"})
    void theLimitOfTheBodyIsTheLastSizeThatPasses(int size, int status) throws IOException {
        String json = "{\"type\":\"" + "x".repeat(size - 11) + "\"}";

        assertThat(json).hasSize(size);
        assertThat(receive(sign(json)).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Length, 100, false",
        "Content-Length, 101, true",
        "content-length, 101, true",
        "Content-Length, 99999999999999999999999999, true",
        "Content-Length, 9999999999999999999, true",
        "Content-Length, '', false",
        "Content-Length, 1x1, false",
        "Content-Length, -101, false",
        "Content-Length, +101, false",
        "Content-Length, ١٠١, false"
    })
    void aDeclaredSizeIsOnlyEverAReasonToReject(String name, String size, boolean rejected) {
        assertThat(receiver.precheck("POST", with(name, size)::get)
                        .map(WebhookResponse::status)
                        .filter(status -> status == 413))
                .isEqualTo(rejected ? Optional.of(413) : Optional.empty());
    }

    @Test
    void theLargestOfSeveralDeclaredSizesCounts() {
        Map<String, List<String>> headers = with("Content-Length", "1");
        headers.put("Content-Length", Arrays.asList("1", null, "101", "2"));

        assertThat(receiver.precheck("POST", headers::get))
                .map(WebhookResponse::status)
                .hasValue(413);
    }

    @Test
    void headersWithoutAValueAreAbsent() {
        Map<String, List<String>> headers = with("X-Paycrypt-Key", "");
        headers.put("X-Paycrypt-Key", Collections.singletonList(null));
        assertThat(receiver.precheck("POST", headers::get))
                .map(WebhookResponse::status)
                .hasValue(401);
        headers.put("X-Paycrypt-Key", List.of());
        headers.put("x-paycrypt-key", List.of());
        assertThat(receiver.precheck("POST", headers::get))
                .map(WebhookResponse::status)
                .hasValue(401);
        headers.put("x-paycrypt-key", List.of("pk_1"));
        assertThat(receiver.precheck("POST", headers::get)).isEmpty();
    }

    @Test
    void theFormOfTheSignatureIsLookedAtBeforeTheBody() throws IOException {
        Map<String, List<String>> headers = with("X-Paycrypt-Signature", "0".repeat(63) + "G");

        assertThat(receiver.receive("POST", headers::get, unreadable).status()).isEqualTo(401);
    }

    @Test
    void aRejectionSaysWhichWayAndHowFar() {
        assertThat(SignatureHeaders.of(delivery.headers()::get)).hasToString("SignatureHeaders[key=pk_1]");
        assertRejected("X-Paycrypt-Key", "", "X-Paycrypt-Key is absent");
        assertRejected("X-Paycrypt-Key", "pk_2", "none of the accepted keys");
        assertRejected("X-Paycrypt-Timestamp", "1000", "s in the past");
        assertRejected("X-Paycrypt-Timestamp", "999999999999", "s in the future");
    }

    private void assertRejected(String name, String value, String message) {
        assertThatThrownBy(() -> WebhookVerifier.of(credentials).verify(with(name, value)::get, delivery.body()))
                .isInstanceOf(WebhookRejectedException.class)
                .hasMessageContaining(message);
    }

    @Test
    void rejectingByHeadersClaimsNothing() {
        assertThat(receiver.precheck("POST", delivery.headers()::get)).isEmpty();
        assertThat(receiver.precheck("POST", delivery.headers()::get)).isEmpty();
        assertThat(open(delivery).response()).isEmpty();
    }

    @Test
    void everyAnswerIsOneConstantThatTellsTheSenderNothing() throws IOException {
        assertAnswer(receive(delivery), 200, "{\"ok\":true}");
        assertAnswer(receive(sign("[]")), 400, "{\"error\":\"bad_request\"}");
        assertAnswer(receiver.receive("POST", name -> null, new byte[0]), 401, "{\"error\":\"unauthorized\"}");
        assertAnswer(
                receiver.receive("POST", delivery.headers()::get, new byte[200]), 413, "{\"error\":\"too_large\"}");
        assertAnswer(
                open(sign("{\"type\":\"a\"}")).failed(new IOException("x")), 500, "{\"error\":\"internal_error\"}");
        open(sign("{\"type\":\"b\"}"));
        assertAnswer(open(sign("{\"type\":\"b\"}")).response().orElseThrow(), 409, "{\"error\":\"in_progress\"}");
        WebhookResponse notAllowed = receiver.receive("PUT", delivery.headers()::get, new byte[0]);
        assertThat(notAllowed.headers()).containsEntry("Allow", "POST");
        assertAnswer(notAllowed, 405, "{\"error\":\"method_not_allowed\"}");
    }

    private static void assertAnswer(WebhookResponse answer, int status, String body) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers()).containsEntry("Content-Type", "application/json");
        answer.body()[0] = 'x';
        assertThat(answer.body()).asString(StandardCharsets.US_ASCII).isEqualTo(body);
        assertThat(answer).hasToString("WebhookResponse[" + status + "]");
    }

    @Test
    void whateverTheMerchantsCodeThrowsIsAnswered500AndHandledAgain() {
        for (Throwable thrown :
                List.of(new IOException("a"), new IllegalStateException("b"), new AssertionError("c"))) {
            WebhookReceiver failing = WebhookReceiver.builder(credentials)
                    .handler(event -> sneak(thrown))
                    .build();
            assertThat(failing.receive("POST", delivery.headers()::get, delivery.body())
                            .status())
                    .isEqualTo(500);
            assertThat(failing.receive("POST", delivery.headers()::get, delivery.body())
                            .status())
                    .isEqualTo(500);
            assertThat(Thread.interrupted()).isFalse();
        }
    }

    @Test
    void anInterruptOfTheMerchantsCodeStaysSet() {
        WebhookReceiver interrupted = WebhookReceiver.builder(credentials)
                .handler(event -> {
                    throw new InterruptedException();
                })
                .build();

        assertThat(interrupted
                        .receive("POST", delivery.headers()::get, delivery.body())
                        .status())
                .isEqualTo(500);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void theFirstOutcomeOfADeliveryCounts() {
        WebhookDelivery taken = open(delivery);
        assertThat(taken.succeeded().status()).isEqualTo(200);
        assertThat(taken.failed(new IOException("late")).status()).isEqualTo(200);
        assertThat(open(delivery).response()).map(WebhookResponse::status).hasValue(200);

        SignedWebhook other = sign("{\"type\":\"other\"}");
        WebhookDelivery failed = open(other);
        assertThat(failed.failed(new IOException("first")).status()).isEqualTo(500);
        assertThat(failed.succeeded().status()).isEqualTo(500);
        assertThat(open(other).response()).isEmpty();
    }

    @Test
    void anAnsweredDeliveryHasNothingToHandle() {
        WebhookDelivery rejected = receiver.accept("GET", delivery.headers()::get, delivery.body());

        assertThat(rejected.response()).map(WebhookResponse::status).hasValue(405);
        assertThatIllegalStateException().isThrownBy(rejected::event).withMessageContaining("send response()");
        assertThatIllegalStateException().isThrownBy(rejected::succeeded);
        assertThatIllegalStateException().isThrownBy(() -> rejected.failed(new IOException("x")));
    }

    @Test
    void whatIsMissingIsNamed() {
        WebhookReceiver withoutHandler = WebhookReceiver.builder(credentials).build();

        assertThat(receiver.hasHandler()).isTrue();
        assertThat(withoutHandler.hasHandler()).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(() -> withoutHandler.receive("POST", delivery.headers()::get, delivery.body()))
                .withMessageContaining("handler");
        assertThatIllegalStateException()
                .isThrownBy(() -> withoutHandler.receive("POST", delivery.headers()::get, unreadable));
        assertNull("method", () -> receiver.precheck(null, delivery.headers()::get));
        assertNull("headers", () -> receiver.precheck("POST", null));
        assertNull("method", () -> receiver.accept(null, delivery.headers()::get, delivery.body()));
        assertNull("headers", () -> receiver.accept("POST", null, delivery.body()));
        assertNull("body", () -> receiver.accept("POST", delivery.headers()::get, null));
        assertNull("body", () -> receiver.receive("POST", delivery.headers()::get, (InputStream) null));
        assertNull("cause", () -> open(delivery).failed(null));
        assertNull("credentials", () -> WebhookReceiver.builder((Credentials) null));
        assertNull("verifier", () -> WebhookReceiver.builder((WebhookVerifier) null));
        assertNull("handler", () -> WebhookReceiver.builder(credentials).handler(null));
        assertNull("guard", () -> WebhookReceiver.builder(credentials).replayGuard(null));
        assertNull("clock", () -> WebhookVerifier.builder(credentials).clock(null));
        assertNull("listener", () -> WebhookReceiver.builder(credentials).listener(null));
    }

    private static void assertNull(String name, ThrowingCallable call) {
        assertThatNullPointerException().isThrownBy(call).withMessage(name);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, (64 << 20) + 1, Integer.MAX_VALUE})
    void aLimitThatMakesNoSenseIsRejectedAtBuild(int bytes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        WebhookReceiver.builder(credentials).maxBodySize(bytes).build())
                .withMessageContaining(Integer.toString(bytes));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64 << 20})
    void theEndsOfTheRangeAreLimits(int bytes) {
        assertThat(WebhookReceiver.builder(credentials)
                        .maxBodySize(bytes)
                        .build()
                        .maxBodySize())
                .isEqualTo(bytes);
    }

    @Test
    void theLimitIsOneMebibyteUnlessSet() {
        assertThat(WebhookReceiver.builder(credentials).build().maxBodySize()).isEqualTo(1_048_576);
    }

    private static void sneak(Throwable thrown) throws Exception {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (Exception) thrown;
    }

    private Map<String, List<String>> with(String name, String value) {
        Map<String, List<String>> headers = new HashMap<>(delivery.headers());
        headers.put(name, List.of(value));
        return headers;
    }

    private WebhookDelivery open(SignedWebhook signed) {
        return receiver.accept("POST", signed.headers()::get, signed.body());
    }

    private WebhookResponse receive(SignedWebhook signed) throws IOException {
        return receiver.receive("POST", signed.headers()::get, new ByteArrayInputStream(signed.body()));
    }

    private SignedWebhook sign(String json) {
        return WebhookSigner.of(credentials).sign(json.getBytes(StandardCharsets.UTF_8));
    }
}
