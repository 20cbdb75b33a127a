package com.paycrypt.sdk.internal.json;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Binds a document of any content to plain Java values; the one class of the call path that loads databind. */
public final class FreeForm {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private FreeForm() {}

    /** The members of an object: strings, numbers (exact), booleans, lists, maps and nulls. */
    public static Map<String, @Nullable Object> members(byte[] object) {
        try {
            return MAPPER.readValue(
                    object,
                    TypeFactory.defaultInstance().constructMapType(LinkedHashMap.class, String.class, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException("a document that was read before cannot be read again", e);
        }
    }
}
