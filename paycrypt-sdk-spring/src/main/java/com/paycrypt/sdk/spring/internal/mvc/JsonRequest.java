package com.paycrypt.sdk.spring.internal.mvc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * A verified delivery as Spring sees it: JSON whatever its content type says, from a sender that accepts any response.
 * Neither header is signed, so Spring must not reject a verified delivery for one of them.
 */
public final class JsonRequest extends HttpServletRequestWrapper {
    public JsonRequest(HttpServletRequest delivery) {
        super(delivery);
    }

    @Override
    public String getContentType() {
        return MediaType.APPLICATION_JSON_VALUE;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return isNegotiated(name) ? ours(name).stream().findFirst().orElse(null) : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isNegotiated(name) ? Collections.enumeration(ours(name)) : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        List<String> names = Collections.list(super.getHeaderNames());
        names.removeIf(JsonRequest::isNegotiated);
        names.add(HttpHeaders.CONTENT_TYPE);
        return Collections.enumeration(names);
    }

    public static boolean isNegotiated(String header) {
        return HttpHeaders.ACCEPT.equalsIgnoreCase(header) || HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(header);
    }

    private static List<String> ours(String header) {
        return HttpHeaders.ACCEPT.equalsIgnoreCase(header) ? List.of() : List.of(MediaType.APPLICATION_JSON_VALUE);
    }
}
