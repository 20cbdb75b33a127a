package com.paycrypt.sdk.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever was declared and however the bytes arrive, a body is read whole, or to one byte beyond the limit. */
class BodyReaderTest {
    private static final int LIMIT = 1 << 20;
    private static final int[] SIZES = {
        0, 1, 350, 8191, 8192, 8193, 65_535, 65_536, 65_537, 262_145, LIMIT - 1, LIMIT, LIMIT + 1, 3 * LIMIT
    };

    private final AtomicLong nanos = new AtomicLong();

    @ParameterizedTest
    @MethodSource("sizesAndDeclarations")
    void aBodyIsReadWholeOrToAByteBeyondTheLimit(int size, long declared) throws IOException {
        byte[] sent = bytes(size);

        byte[] read = reader(new Pieces(sent), declared).read();

        assertThat(read).isEqualTo(Arrays.copyOf(sent, Math.min(size, LIMIT + 1)));
    }

    static Stream<Arguments> sizesAndDeclarations() {
        return Arrays.stream(SIZES)
                .boxed()
                .flatMap(size -> Stream.of(-1L, 0L, 1L, size - 1L, (long) size, size + 1L, 70_000L, Long.MAX_VALUE)
                        .map(declared -> Arguments.of(size, declared)));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 350, LIMIT, Long.MAX_VALUE})
    void aDeclarationAloneGetsNoMemory(long declared) {
        BodyReader reader = reader(InputStream.nullInputStream(), declared);

        assertThat(reader.capacity()).isLessThanOrEqualTo(64 * 1024);
    }

    @Test
    void aBodyThatTricklesIsCutOffAfterItsTime() throws IOException {
        InputStream trickle = new Trickle(1_000);
        BodyReader reader = reader(trickle, 100_000);

        assertThat(reader.read()).isNull();
        assertThat(reader.isTooSlow()).isTrue();
        assertThat(nanos).hasValue(11_000_000_000L);
    }

    @Test
    void aBodyThatIsCompleteInTimeIsRead() throws IOException {
        assertThat(reader(new Trickle(1_000), 10).read()).hasSize(10);
        assertThat(nanos).hasValue(10_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 350, 100_000, LIMIT})
    void aBodyWithoutRoomIsGivenUpAndHoldsNoMoreThanTheFreePart(long declared) throws IOException {
        BodyReader reader = new BodyReader(new Pieces(bytes(100_000)), declared, limits(0));

        assertThat(reader.read()).isNull();
        assertThat(reader.isTooSlow()).isFalse();
        assertThat(reader.capacity()).isLessThanOrEqualTo(BodyLimits.FREE);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 350, BodyLimits.FREE})
    void aBodyWithinTheFreePartNeedsNoRoom(long declared) throws IOException {
        byte[] sent = bytes(BodyLimits.FREE);

        byte[] read = new BodyReader(new Pieces(sent), declared, limits(0)).read();

        assertThat(read).isEqualTo(sent);
    }

    private BodyLimits limits(long maxInFlight) {
        return new BodyLimits(LIMIT, maxInFlight, new AtomicLong(), nanos::get);
    }

    private BodyReader reader(InputStream in, long declared) {
        return new BodyReader(in, declared, limits(2 * LIMIT));
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    /** Gives at most as much at once as a container's buffer holds. */
    private static final class Pieces extends ByteArrayInputStream {
        private Pieces(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, 8000));
        }
    }

    /** Gives a byte after each pause, as long as any are asked for. */
    private final class Trickle extends InputStream {
        private final int millis;

        private Trickle(int millis) {
            this.millis = millis;
        }

        @Override
        public int read() {
            return -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            nanos.addAndGet(millis * 1_000_000L);
            target[offset] = 'x';
            return 1;
        }
    }
}
