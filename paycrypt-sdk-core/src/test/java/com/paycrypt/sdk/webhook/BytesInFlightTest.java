package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.webhook.WebhookDelivery.Incoming;
import com.paycrypt.sdk.webhook.WebhookRejectedException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All bodies together are bounded, small ones are always admitted, and the room comes back whatever becomes of a request. */
class BytesInFlightTest {
    private static final int FREE = 16 << 10;
    private static final int LIMIT = 1 << 20;
    private static final Credentials CREDENTIALS = Credentials.of("pk_1", "sk_1");

    private final List<Reason> reasons = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();
    private final WebhookReceiver receiver = WebhookReceiver.builder(CREDENTIALS)
            .handler(event -> {})
            .maxBytesInFlight(LIMIT)
            .nanoTime(nanos::get)
            .listener(() -> new WebhookObserver() {
                @Override
                public void rejected(Reason reason) {
                    reasons.add(reason);
                }
            })
            .build();
    private final SignedWebhook small = signed(400);

    @Test
    void beyondTheLimitABodyIsAnswered503WithItsReason() {
        Incoming first = begin(small);
        Incoming second = begin(small);

        assertThat(first.received(LIMIT)).isTrue();
        assertThat(second.received(FREE)).isTrue();
        assertThat(second.received(FREE)).isTrue();
        assertThat(second.received(1)).isFalse();
        assertThat(second.received(1)).isFalse();
        assertThat(second.rejection()).get().extracting(WebhookResponse::status).isEqualTo(503);
        assertThat(second.accept(small.body()).response()).isEqualTo(second.rejection());
        assertThat(reasons).containsExactly(Reason.OVERLOADED);
    }

    @Test
    void bodiesOfUpTo16KiBAreAdmittedWhateverOthersHold() throws IOException {
        assertThat(begin(small).received(LIMIT)).isTrue();
        assertThat(begin(small).received(FREE)).isTrue();

        SignedWebhook free = signed(FREE);
        assertThat(receive(free, new ByteArrayInputStream(free.body())).status())
                .isEqualTo(200);
        SignedWebhook most = signed(LIMIT);
        assertThat(receive(most, new ByteArrayInputStream(most.body())).status())
                .isEqualTo(503);
    }

    @Test
    void aBodyThatIsTooLongIsRejectedWithItsFirstByteTooMuch() {
        Incoming incoming = begin(small);

        assertThat(incoming.received(LIMIT)).isTrue();
        assertThat(incoming.received(1)).isFalse();
        assertThat(incoming.rejection())
                .get()
                .extracting(WebhookResponse::status)
                .isEqualTo(413);
        assertThat(reasons).containsExactly(Reason.BODY_TOO_LARGE);
        assertFree();
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void theBytesAreGivenBackWhateverBecomesOfTheRequest(Ending ending) {
        IntStream.range(0, 100).forEach(i -> {
            Incoming incoming = begin(small);
            incoming.received(LIMIT / 2);
            ending.end.accept(incoming);
        });

        assertFree();
    }

    /** How a request ends. */
    enum Ending {
        CLOSED(Incoming::close),
        CLOSED_TWICE(incoming -> {
            incoming.close();
            incoming.close();
        }),
        ACCEPTED(incoming -> incoming.accept(signed(400).body())),
        ACCEPTED_THEN_CLOSED(incoming -> {
            incoming.accept(new byte[0]);
            incoming.close();
        }),
        CLOSED_WHILE_BYTES_ARRIVE(incoming -> {
            incoming.close();
            incoming.received(FREE);
        }),
        TOO_LONG(incoming -> incoming.received(LIMIT)),
        BROKEN(incoming -> {
            try (incoming) {
                assertThatThrownBy(() -> incoming.read(new Broken(LIMIT / 2))).isInstanceOf(IOException.class);
            }
        });

        private final Consumer<Incoming> end;

        Ending(Consumer<Incoming> end) {
            this.end = end;
        }
    }

    @Test
    void aBrokenBodyGivesItsBytesBackThroughReceive() {
        IntStream.range(0, 100)
                .forEach(i -> assertThatThrownBy(() -> receive(small, new Broken(LIMIT / 2)))
                        .isInstanceOf(IOException.class));

        assertFree();
    }

    @Test
    void whatIsRejectedByItsHeadersIsNotRead() throws IOException {
        try (Incoming incoming = receiver.begin("GET", small.headers()::get)) {
            assertThat(incoming.read(new Broken(0))).isEmpty();
            assertThat(incoming.received(1)).isFalse();
            assertThat(incoming.rejection())
                    .get()
                    .extracting(WebhookResponse::status)
                    .isEqualTo(405);
            assertThat(incoming.accept(small.body()).response()).isEqualTo(incoming.rejection());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000, 8192})
    void aBodyThatTricklesIsAnswered400AfterTenSeconds(int piece) throws IOException {
        InputStream trickle = new InputStream() {
            @Override
            public int read() {
                nanos.addAndGet(Duration.ofSeconds(1).toNanos());
                return ' ';
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                nanos.addAndGet(Duration.ofSeconds(1).toNanos());
                return Math.min(piece, length);
            }
        };

        assertThat(receive(small, trickle).status()).isEqualTo(400);
        assertThat(Duration.ofNanos(nanos.get())).isBetween(Duration.ofSeconds(11), Duration.ofSeconds(13));
        assertThat(reasons).containsExactly(Reason.BODY_TOO_SLOW);
        assertFree();
    }

    @Test
    void manyAtOnceNeitherExceedTheLimitNorLoseRoom() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        AtomicLong held = new AtomicLong();
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 2000; i++) {
                all.add(threads.submit(() -> {
                    try (Incoming incoming = begin(small)) {
                        if (incoming.received(FREE + LIMIT / 3)) {
                            assertThat(held.addAndGet(LIMIT / 3)).isLessThanOrEqualTo(LIMIT);
                            held.addAndGet(-LIMIT / 3);
                        }
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
        assertFree();
    }

    @Test
    void theLimitOfAllIsAtLeastTheLimitOfEach() {
        WebhookReceiver.Builder builder = WebhookReceiver.builder(CREDENTIALS);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.maxBytesInFlight(LIMIT - 1).build())
                .withMessageContaining("maxBytesInFlight")
                .withMessageContaining("1048576")
                .withMessageContaining("1048575");
        assertThat(builder.maxBytesInFlight(LIMIT).build()).isNotNull();
        assertThat(WebhookReceiver.builder(CREDENTIALS).maxBodySize(64 << 20).build())
                .isNotNull();
    }

    /** All room is there: one body of the largest size fits, and no other beside it. */
    private void assertFree() {
        try (Incoming one = begin(small);
                Incoming other = begin(small);
                Incoming rest = begin(small)) {
            assertThat(one.received(LIMIT)).isTrue();
            assertThat(rest.received(2 * FREE)).isTrue();
            assertThat(other.received(FREE + 1)).isFalse();
        }
    }

    private Incoming begin(SignedWebhook delivery) {
        return receiver.begin("POST", delivery.headers()::get);
    }

    private WebhookResponse receive(SignedWebhook delivery, InputStream body) throws IOException {
        return receiver.receive("POST", delivery.headers()::get, body);
    }

    private static SignedWebhook signed(int size) {
        String event = "{\"type\":\"payment.succeeded\"}";
        return WebhookSigner.of(CREDENTIALS)
                .sign((event + " ".repeat(size - event.length())).getBytes(StandardCharsets.UTF_8));
    }

    /** Ends with a failure after some bytes. */
    private static final class Broken extends InputStream {
        private int left;

        private Broken(int left) {
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            if (left-- <= 0) {
                throw new IOException("connection lost");
            }
            return ' ';
        }
    }
}
