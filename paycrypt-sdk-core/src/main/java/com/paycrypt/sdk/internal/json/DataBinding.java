package com.paycrypt.sdk.internal.json;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** Binds the data of an event to a merchant's own class; loaded only where a merchant asks for it. */
public final class DataBinding {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private DataBinding() {}

    /**
     * Binds data.
     *
     * @param <T> the class
     * @param body the bytes of the event
     * @param start where its data begins
     * @param end where its data ends, exclusive
     * @param type the class to bind to
     * @return the bound value
     * @throws IllegalArgumentException if the data does not fit the class
     */
    public static <T> T bind(byte[] body, int start, int end, Class<T> type) {
        try {
            T bound = MAPPER.readerFor(type).readValue(body, start, end - start);
            if (bound == null) {
                throw new IllegalArgumentException("the data of the event is null, which no " + type.getName() + " is");
            }
            return bound;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the data of the event does not fit " + type.getName() + place(e) + ": see the cause", e);
        }
    }

    /** The names of members are the sender's text, and have to stay on one line of a log. */
    private static String place(IOException e) {
        return e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
                ? " at " + mapping.getPathReference().replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?")
                : "";
    }
}
