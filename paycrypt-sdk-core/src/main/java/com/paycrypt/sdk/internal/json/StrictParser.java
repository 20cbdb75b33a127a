package com.paycrypt.sdk.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.util.Arrays;

/** Jackson's streaming parser over a part of a body in UTF-8, strict and bounded, with offsets in bytes of that part. */
final class StrictParser {
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

    private StrictParser(JsonParser json) {
        this.json = json;
    }

    /** Reads a part of a body, a second time if only halves of surrogate pairs were in the way. */
    static <T> T read(byte[] body, int start, int length, Reading<T> reading)
            throws IOException, MalformedJsonException {
        try {
            return read(FACTORY.createParser(body, start, length), reading);
        } catch (JsonProcessingException e) {
            byte[] part = Arrays.copyOfRange(body, start, start + length);
            if (!LoneSurrogates.replace(part)) {
                throw e;
            }
            return read(FACTORY.createParser(part), reading);
        }
    }

    private static <T> T read(JsonParser json, Reading<T> reading) throws IOException, MalformedJsonException {
        try (json) {
            return reading.read(new StrictParser(json));
        }
    }

    /** Returns where the current token begins. */
    int start() {
        return (int) json.currentTokenLocation().getByteOffset();
    }

    /** Returns where the current token ends, exclusive. */
    int end() throws IOException {
        json.finishToken();
        return (int) json.currentLocation().getByteOffset();
    }

    /** What is read; repeated from the start if halves of surrogate pairs have to be replaced. */
    @FunctionalInterface
    interface Reading<T> {
        T read(StrictParser parser) throws IOException, MalformedJsonException;
    }
}
