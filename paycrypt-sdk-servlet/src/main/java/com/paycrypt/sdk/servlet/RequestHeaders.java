package com.paycrypt.sdk.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The headers of a request, each with all of its values. Each is looked up once, since a container decodes it every time. */
final class RequestHeaders implements Function<String, @Nullable List<String>> {
    private final HttpServletRequest request;
    private final List<Header> known = new ArrayList<>(4);

    RequestHeaders(HttpServletRequest request) {
        this.request = request;
    }

    /** Returns the values of a header, or null if it is absent. Like a container, ignores the case of the name. */
    @Override
    public @Nullable List<String> apply(String name) {
        for (Header header : known) {
            if (header.name.equalsIgnoreCase(name)) {
                return header.values;
            }
        }
        Header header = new Header(name, lookUp(name));
        known.add(header);
        return header.values;
    }

    private @Nullable List<String> lookUp(String name) {
        Enumeration<String> values = request.getHeaders(name);
        if (values == null || !values.hasMoreElements()) {
            return null;
        }
        String first = values.nextElement();
        return values.hasMoreElements() ? all(first, values) : List.of(first);
    }

    private static List<String> all(String first, Enumeration<String> others) {
        List<String> all = new ArrayList<>(List.of(first));
        others.asIterator().forEachRemaining(all::add);
        return all;
    }

    private record Header(String name, @Nullable List<String> values) {}
}
