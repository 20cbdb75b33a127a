package com.paycrypt.sdk.internal.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body up to a limit of size and time, within its share of all bytes in flight. A declared size saves copies and is not
 * trusted: memory beyond a first piece is allocated when bytes have arrived, and a filter in front may have unpacked the
 * body.
 */
public final class BodyReader {
    public static final Duration MAX_TIME = Duration.ofSeconds(10);

    private static final int FIRST_PIECE = 64 << 10;
    private static final int UNDECLARED_PIECE = 8 << 10;
    private static final int GROWTH = 4;
    private static final byte[] EMPTY = {};

    private final InputStream in;
    private final int declared;
    private final int end;
    private final BodyLimits limits;
    private final LongSupplier nanoTime;
    private final long start;
    private byte[] bytes = EMPTY;
    private int count;
    private boolean tooSlow;

    /** With a declared size, or 0 if none is. */
    public BodyReader(InputStream in, long declared, BodyLimits limits) {
        this.in = in;
        this.limits = limits;
        this.nanoTime = limits.nanoTime();
        this.start = nanoTime.getAsLong();
        this.end = limits.maxSize() + 1;
        this.declared = (int) Math.min(declared <= 0 ? UNDECLARED_PIECE : declared, limits.maxSize());
    }

    /**
     * Returns the whole body, or one byte more than the limit if it is longer: never more is held. Returns null if it takes
     * too long or there is no room left. A sender that keeps trickling bytes is cut off; one that sends nothing is the
     * server's to cut off, whose read blocks.
     */
    public byte @Nullable [] read() throws IOException {
        if (!resize(Math.min(declared, FIRST_PIECE))) {
            return null;
        }
        while (fill()) {
            int next = count == end ? -1 : in.read();
            if (next < 0) {
                return bytes;
            }
            if (!grow()) {
                return null;
            }
            bytes[count++] = (byte) next;
        }
        return tooSlow ? null : Arrays.copyOf(bytes, count);
    }

    /** Whether the time was up; if not, a body that was not read found no room. */
    public boolean isTooSlow() {
        return tooSlow;
    }

    int capacity() {
        return bytes.length;
    }

    /** Returns whether there may be more than there is room for. */
    private boolean fill() throws IOException {
        int read = 0;
        while (count < bytes.length && read >= 0 && !tooSlow) {
            read = in.read(bytes, count, bytes.length - count);
            count += Math.max(0, read);
            tooSlow = read >= 0 && nanoTime.getAsLong() - start > MAX_TIME.toNanos();
        }
        return count == bytes.length && !tooSlow;
    }

    private boolean grow() {
        int larger = Math.max(bytes.length * GROWTH, UNDECLARED_PIECE);
        int size = bytes.length < BodyLimits.FREE ? Math.min(larger, BodyLimits.FREE) : larger;
        return resize(count < declared ? Math.min(size, declared) : Math.min(size, end));
    }

    private boolean resize(int size) {
        boolean admitted = limits.grow(size);
        bytes = admitted ? Arrays.copyOf(bytes, size) : bytes;
        return admitted;
    }
}
