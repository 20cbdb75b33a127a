package com.paycrypt.sdk.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.paycrypt.sdk.internal.text.Decimals;
import com.paycrypt.sdk.internal.text.RequestRules;
import com.paycrypt.sdk.internal.text.Violations;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Copies Java values that JSON has: text, numbers, booleans, lists and objects, up to a depth and a number that a value
 * which contains itself cannot stay below.
 */
public final class JsonValues {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_VALUES = 100_000;

    /** What stands in for a value that was rejected; the copy is dropped then. */
    private static final Object REJECTED = "";

    private final Violations violations;
    private int values;
    private boolean tooMuch;

    private JsonValues(Violations violations) {
        this.violations = violations;
    }

    /** Returns an unmodifiable copy at every level; what JSON does not have is added to the violations, with its path. */
    public static Map<String, Object> copy(String field, Map<?, ?> object, Violations violations) {
        return new JsonValues(violations).object(new Path(null, field), object, 1);
    }

    /** Writes a value that was copied. */
    static void write(Object value, JsonGenerator json) throws IOException {
        if (value instanceof Map<?, ?> object) {
            json.writeStartObject();
            for (Map.Entry<?, ?> member : object.entrySet()) {
                json.writeFieldName((String) member.getKey());
                write(member.getValue(), json);
            }
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                write(element, json);
            }
            json.writeEndArray();
        } else {
            writeScalar(value, json);
        }
    }

    private static void writeScalar(Object value, JsonGenerator json) throws IOException {
        if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Number number) {
            json.writeNumber(number.toString());
        } else {
            json.writeString((String) value);
        }
    }

    private Object value(Path path, @Nullable Object value, int depth) {
        if (isTooMuch(path, depth)) {
            return REJECTED;
        }
        if (value instanceof Map<?, ?> object) {
            return object(path, object, depth + 1);
        }
        return value instanceof List<?> list ? list(path, list, depth + 1) : scalar(path, value);
    }

    private boolean isTooMuch(Path path, int depth) {
        values++;
        if (!tooMuch && (depth > MAX_DEPTH || values > MAX_VALUES)) {
            tooMuch = true;
            violations.add(
                    depth > MAX_DEPTH
                            ? path + " is more than " + MAX_DEPTH + " levels deep: does a list or map contain itself?"
                            : path + " is beyond the first " + MAX_VALUES + " values: store large data elsewhere");
        }
        return tooMuch;
    }

    private Map<String, Object> object(Path path, Map<?, ?> object, int depth) {
        Map<String, Object> copy = new LinkedHashMap<>();
        object.forEach((key, value) -> {
            if (key instanceof String name && !name.isBlank()) {
                RequestRules.checkText(() -> "a name in " + path, name, violations);
                copy.put(name, value(new Path(path, name), value, depth));
            } else {
                violations.add(path + " has a blank name or one that is not text: give every member a name");
            }
        });
        return Collections.unmodifiableMap(copy);
    }

    private List<Object> list(Path path, List<?> list, int depth) {
        List<Object> copy = new ArrayList<>();
        for (Object element : list) {
            copy.add(value(new Path(path, copy.size()), element, depth));
        }
        return Collections.unmodifiableList(copy);
    }

    private Object scalar(Path path, @Nullable Object value) {
        if (value instanceof String text) {
            RequestRules.checkText(path::toString, text, violations);
            return text;
        }
        if (value != null && (value instanceof Boolean || isNumber(value))) {
            return value;
        }
        violations.add(path + " is "
                + (value == null ? "null" : "a " + value.getClass().getName() + ", " + kind(value))
                + ": give text, a finite number, true or false, a List or a Map, or leave it out");
        return REJECTED;
    }

    private static String kind(Object value) {
        return value instanceof Number ? "a number that JSON cannot carry" : "not a JSON value";
    }

    /** Mutable numbers and those of other libraries are none of JSON's. */
    private static boolean isNumber(Object value) {
        if (value instanceof Double || value instanceof Float) {
            return Double.isFinite(((Number) value).doubleValue());
        }
        if (value instanceof BigDecimal decimal) {
            return Decimals.isBounded(decimal);
        }
        return value instanceof BigInteger integer
                ? Decimals.isBounded(new BigDecimal(integer))
                : value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte;
    }

    /**
     * Where a value is, put into words only if it is rejected.
     *
     * @param parent what the value is in; null for the field itself
     * @param step the field, or the value's name or index
     */
    private record Path(@Nullable Path parent, Object step) {
        @Override
        public String toString() {
            String last = step instanceof Integer ? "[" + step + "]" : "." + printable((String) step);
            return parent == null ? (String) step : parent + last;
        }

        /** Names are the caller's text, and a message stays on its line. */
        private static String printable(String name) {
            return name.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
        }
    }
}
