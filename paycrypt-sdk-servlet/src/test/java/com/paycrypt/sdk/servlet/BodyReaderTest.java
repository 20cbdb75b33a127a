package com.paycrypt.sdk.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

        byte[] read = new BodyReader(new Pieces(sent), declared, LIMIT, nanos::get).read();

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
        BodyReader reader = new BodyReader(InputStream.nullInputStream(), declared, LIMIT, nanos::get);

        assertThat(reader.capacity()).isLessThanOrEqualTo(64 * 1024);
    }

    @Test
    void aBodyThatTricklesIsCutOffAfterItsTime() {
        InputStream trickle = new Trickle(1_000);
        BodyReader reader = new BodyReader(trickle, 100_000, LIMIT, nanos::get);

        assertThatThrownBy(reader::read).isInstanceOf(IOException.class).hasMessageContaining("after 10 s");
        assertThat(nanos).hasValue(11_000_000_000L);
    }

    @Test
    void aBodyThatIsCompleteInTimeIsRead() throws IOException {
        assertThat(new BodyReader(new Trickle(1_000), 10, LIMIT, nanos::get).read())
                .hasSize(10);
        assertThat(nanos).hasValue(10_000_000_000L);
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
