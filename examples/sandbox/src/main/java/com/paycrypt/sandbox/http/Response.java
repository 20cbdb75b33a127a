package com.paycrypt.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.paycrypt.sandbox.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One response.
 *
 * @param status the status code
 * @param headers the headers to send
 * @param body the bytes to send
 * @param ending how it ends
 */
@SuppressWarnings("ArrayRecordComponent") // handed from a handler to the socket, never compared
public record Response(int status, Map<String, String> headers, byte[] body, Ending ending) {

    /** How a response ends. */
    public enum Ending {
        /** As it should. */
        WHOLE,
        /** The connection ends before all of it is sent. */
        TRUNCATED,
        /** The connection ends before any of it is sent. */
        DROPPED
    }

    /** Copies the headers. */
    public Response {
        headers = Map.copyOf(headers);
    }

    /**
     * Creates a response that ends as it should.
     *
     * @param status the status code
     * @param headers the headers to send
     * @param body the bytes to send
     */
    public Response(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, body, Ending.WHOLE);
    }

    /**
     * Returns no response at all.
     *
     * @return the response that is none
     */
    public static Response dropped() {
        return new Response(0, Map.of(), new byte[0], Ending.DROPPED);
    }

    /**
     * Returns the same response, broken off in the middle of its body.
     *
     * @return the response
     */
    public Response truncated() {
        return new Response(status, headers, body, Ending.TRUNCATED);
    }

    /**
     * Creates a response of compact JSON.
     *
     * @param status the status code
     * @param json the body
     * @return the response
     */
    public static Response json(int status, JsonNode json) {
        return bytes(status, "application/json", Json.compact(json));
    }

    /**
     * Creates an error as JSON.
     *
     * @param status the status code
     * @param code the value of {@code error}
     * @return the response
     */
    public static Response error(int status, String code) {
        return json(status, Json.object().put("error", code));
    }

    /**
     * Creates a page, with the headers that keep it from being framed, sniffed or scripted by its content.
     *
     * @param status the status code
     * @param html the page
     * @return the response
     */
    public static Response html(int status, String html) {
        return PageHeaders.on(bytes(status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Creates plain text.
     *
     * @param status the status code
     * @param text the text
     * @return the response
     */
    public static Response text(int status, String text) {
        return bytes(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Sends a browser on with GET, as after every form.
     *
     * @param path where to
     * @return the response
     */
    public static Response seeOther(String path) {
        return new Response(303, Map.of("Location", path), new byte[0]);
    }

    /**
     * Creates a response of bytes of some type.
     *
     * @param status the status code
     * @param type the media type
     * @param body the bytes
     * @return the response
     */
    public static Response bytes(int status, String type, byte[] body) {
        return new Response(status, Map.of("Content-Type", type, "X-Content-Type-Options", "nosniff"), body);
    }

    /**
     * Returns the same response with one more header.
     *
     * @param name the header's name
     * @param value its value
     * @return the response
     */
    public Response with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Response(status, more, body, ending);
    }
}
