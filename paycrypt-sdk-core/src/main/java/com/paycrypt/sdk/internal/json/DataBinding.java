package com.paycrypt.sdk.internal.json;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.reflect.Modifier;

/** Binds the data of an event to a class of the application; loaded only if the application asks for it. */
public final class DataBinding {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private DataBinding() {}

    /**
     * Binds data.
     *
     * @throws IllegalArgumentException if the data does not fit the class
     */
    public static <T> T bind(byte[] body, int start, int end, Class<T> type) {
        requireOpen(type);
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

    /** In a module that opens nothing, every class seems not to fit. */
    private static void requireOpen(Class<?> type) {
        Module databind = JsonMapper.class.getModule();
        if (!type.isPrimitive() && !type.isArray() && !isReachable(type, databind)) {
            throw new IllegalArgumentException("jackson-databind cannot access " + type.getName()
                    + ": open its package to " + "com.fasterxml.jackson.databind in the module-info of "
                    + type.getModule().getName());
        }
    }

    /** Public classes of exported packages, such as those of the JDK, need not be open. */
    private static boolean isReachable(Class<?> type, Module databind) {
        return type.getModule().isOpen(type.getPackageName(), databind)
                || (Modifier.isPublic(type.getModifiers())
                        && type.getModule().isExported(type.getPackageName(), databind));
    }

    /** The names of members are the sender's text, and have to stay on one line of a log. */
    private static String place(IOException e) {
        return e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
                ? " at " + mapping.getPathReference().replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?")
                : "";
    }
}
