package com.paycrypt.sdk.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Jackson's streaming parser over a part of a body in UTF-8, strict and bounded, with offsets in bytes of the body. */
final class StrictParser implements Closeable {
    /** Deeper than any event. */
    static final int MAX_DEPTH = 64;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
            .build();

    final JsonParser json;
    private final byte[] body;
    private final int offset;

    private StrictParser(JsonParser json, byte[] body, int offset) {
        this.json = json;
        this.body = body;
        this.offset = offset;
    }

    static StrictParser of(byte[] body, int start, int end) throws IOException {
        return new StrictParser(FACTORY.createParser(body, start, end - start), body, start);
    }

    /** Returns where in the body the current token begins. */
    int start() {
        return offset + (int) json.currentTokenLocation().getByteOffset();
    }

    /** Returns where in the body the current token ends, exclusive. */
    int end() throws IOException {
        json.finishToken();
        return offset + (int) json.currentLocation().getByteOffset();
    }

    /** Returns the text of a scalar; a list or an object as it is in the body. */
    String text() throws IOException {
        if (json.currentToken().isScalarValue()) {
            return json.getText();
        }
        int start = start();
        json.skipChildren();
        return new String(body, start, end() - start, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
