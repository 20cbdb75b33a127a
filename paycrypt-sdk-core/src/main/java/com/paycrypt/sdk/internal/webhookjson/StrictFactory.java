package com.paycrypt.sdk.internal.webhookjson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;

/** The parser factory for webhooks: plain JSON (RFC 8259) with bounds, and buffers that virtual threads can share. */
final class StrictFactory {
    /** Deeper than any event; a parser's own stack and the merchant's stay small. */
    static final int MAX_DEPTH = 64;

    /** Digits, sign, point and exponent of a number; no amount of money and no rate needs more. */
    static final int MAX_NUMBER_LENGTH = 100;

    static final JsonFactory INSTANCE = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .recyclerPool(JsonRecyclerPools.sharedBoundedPool())
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private StrictFactory() {}
}
