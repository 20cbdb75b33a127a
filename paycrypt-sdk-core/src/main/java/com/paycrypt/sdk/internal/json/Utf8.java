package com.paycrypt.sdk.internal.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Whether bytes are UTF-8 by the Java runtime's own strict decoder, in constant memory. JSON parsers let overlong
 * forms pass, which other readers of the same signed bytes would take for something else.
 */
final class Utf8 {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final int CHUNK = 256;

    private Utf8() {}

    static boolean isValid(byte[] bytes) {
        int ascii = asciiPrefix(bytes);
        return ascii == bytes.length || decodes(bytes, ascii);
    }

    private static int asciiPrefix(byte[] bytes) {
        int i = 0;
        while (i + 4 * Long.BYTES <= bytes.length && (fourLongs(bytes, i) & HIGH_BITS) == 0) {
            i += 4 * Long.BYTES;
        }
        while (i + Long.BYTES <= bytes.length && ((long) LONGS.get(bytes, i) & HIGH_BITS) == 0) {
            i += Long.BYTES;
        }
        while (i < bytes.length && bytes[i] >= 0) {
            i++;
        }
        return i;
    }

    private static long fourLongs(byte[] bytes, int i) {
        return (long) LONGS.get(bytes, i)
                | (long) LONGS.get(bytes, i + Long.BYTES)
                | (long) LONGS.get(bytes, i + 2 * Long.BYTES)
                | (long) LONGS.get(bytes, i + 3 * Long.BYTES);
    }

    private static boolean decodes(byte[] bytes, int from) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out = CharBuffer.allocate(CHUNK);
        while (decoder.decode(in, out, true).isOverflow()) {
            out.clear();
        }
        return !in.hasRemaining();
    }
}
