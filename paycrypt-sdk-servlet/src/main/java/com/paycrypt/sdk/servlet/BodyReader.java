package com.paycrypt.sdk.servlet;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * Reads a body up to a limit of size and time. A declared size saves copies and is not trusted: memory beyond a first
 * piece is allocated when bytes have arrived, and a filter in front may have unpacked the body.
 */
final class BodyReader {
    static final Duration MAX_TIME = Duration.ofSeconds(10);

    private static final int FIRST_PIECE = 64 * 1024;
    private static final int UNDECLARED_PIECE = 8 * 1024;
    private static final int GROWTH = 4;

    private final InputStream in;
    private final int declared;
    private final int end;
    private final LongSupplier nanos;
    private final long start;
    private byte[] bytes;
    private int count;

    /** With a declared size, or a negative one if none is. */
    BodyReader(InputStream in, long declared, int limit, LongSupplier nanos) {
        this.in = in;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.end = limit + 1;
        this.declared = (int) Math.min(declared < 0 ? UNDECLARED_PIECE : declared, limit);
        this.bytes = new byte[Math.min(this.declared, FIRST_PIECE)];
    }

    /**
     * Returns the whole body, or one byte more than the limit if it is longer: never more is held. A sender that keeps
     * trickling bytes is cut off; one that sends nothing is the container's to cut off, whose read blocks.
     */
    byte[] read() throws IOException {
        while (fill()) {
            int next = count == end ? -1 : in.read();
            if (next < 0) {
                return bytes;
            }
            grow();
            bytes[count++] = (byte) next;
        }
        return Arrays.copyOf(bytes, count);
    }

    /** Returns whether there may be more than there is room for. */
    private boolean fill() throws IOException {
        int read = 0;
        while (count < bytes.length && read >= 0) {
            read = in.read(bytes, count, bytes.length - count);
            count += Math.max(0, read);
            checkTime(read);
        }
        return count == bytes.length;
    }

    int capacity() {
        return bytes.length;
    }

    private void checkTime(int read) throws IOException {
        if (read >= 0 && nanos.getAsLong() - start > MAX_TIME.toNanos()) {
            throw new IOException("the body was not complete after " + MAX_TIME.toSeconds() + " s");
        }
    }

    private void grow() {
        int size = Math.max(bytes.length * GROWTH, UNDECLARED_PIECE);
        bytes = Arrays.copyOf(bytes, count < declared ? Math.min(size, declared) : Math.min(size, end));
    }
}
