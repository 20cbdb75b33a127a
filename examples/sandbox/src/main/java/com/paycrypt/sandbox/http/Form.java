package com.paycrypt.sandbox.http;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The fields of an HTML form, {@code application/x-www-form-urlencoded}. */
public final class Form {
    private static final int MAX_BYTES = 16 * 1024;

    private final Map<String, String> fields;

    private Form(Map<String, String> fields) {
        this.fields = fields;
    }

    /**
     * Reads the form of a request; what is no form has no fields.
     *
     * @param request the request
     * @return its form
     * @throws IOException if the client goes away
     */
    public static Form of(Request request) throws IOException {
        return of(request, MAX_BYTES);
    }

    /**
     * Reads the form of a request that may be long.
     *
     * @param request the request
     * @param maxBytes how long it may be
     * @return its form
     * @throws IOException if the client goes away
     */
    public static Form of(Request request, int maxBytes) throws IOException {
        return of(new String(request.body(maxBytes), StandardCharsets.UTF_8));
    }

    static Form of(String encoded) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.putIfAbsent(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return new Form(fields);
    }

    /**
     * Returns a field.
     *
     * @param name its name
     * @return its first value, or empty if it was not sent
     */
    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /**
     * Returns a field that holds a whole number.
     *
     * @param name its name
     * @param least the least number taken
     * @param most the greatest number taken
     * @return the number, or empty if the field holds anything else
     */
    public Optional<Integer> number(String name, int least, int most) {
        return field(name)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::parseInt)
                .filter(number -> number >= least && number <= most);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badEscape) {
            return text;
        }
    }
}
