package com.paycrypt.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request as a handler sees it; its body is read only on demand and only up to a limit. */
public final class Request {
    /** A client that announces more has to wait for its response before it sends. */
    private static final long MAX_DISCARDED = 16L << 20;

    private final HttpExchange exchange;
    private final String path;
    private final List<String> variables;
    private byte @Nullable [] body;

    private Request(HttpExchange exchange, String path, List<String> variables) {
        this.exchange = exchange;
        this.path = path;
        this.variables = variables;
    }

    static Request of(HttpExchange exchange) {
        return new Request(exchange, rawPath(exchange.getRequestURI()), List.of());
    }

    Request with(List<String> pathVariables) {
        return new Request(exchange, path, List.copyOf(pathVariables));
    }

    /**
     * Returns the method, in capitals as sent.
     *
     * @return the method
     */
    public String method() {
        return exchange.getRequestMethod();
    }

    /**
     * Returns the path as it was sent: not decoded, not normalised, without the query.
     *
     * @return the path
     */
    public String path() {
        return path;
    }

    /**
     * Returns a variable of the route that matched.
     *
     * @param index its position, from 0
     * @return its text as sent
     */
    public String variable(int index) {
        return variables.get(index);
    }

    /**
     * Returns whether the route that matched has a variable.
     *
     * @return true if {@link #variable} can be asked for the first
     */
    public boolean hasVariable() {
        return !variables.isEmpty();
    }

    /**
     * Returns a parameter of the query.
     *
     * @param name its name
     * @return its first value, or empty if it was not sent
     */
    public Optional<String> parameter(String name) {
        String target = exchange.getRequestURI().toString();
        int query = target.indexOf('?');
        return query < 0
                ? Optional.empty()
                : Form.of(target.substring(query + 1)).field(name);
    }

    /**
     * Returns whether the body is or may be long.
     *
     * @param limit how many bytes are not long
     * @return true if more are declared, or no length is
     */
    boolean mayBeLongerThan(int limit) {
        return header("Transfer-Encoding").isPresent() || declaredLength() > limit;
    }

    /**
     * Returns all values of a header.
     *
     * @param name the name, in any case
     * @return the values in the order they came, empty if there is none
     */
    public List<String> headers(String name) {
        List<String> values = exchange.getRequestHeaders().get(name);
        return values == null ? List.of() : List.copyOf(values);
    }

    /**
     * Returns the first value of a header.
     *
     * @param name the name, in any case
     * @return the value, or empty if there is none
     */
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /**
     * Returns the raw body; it can be asked for again.
     *
     * @param limit the most bytes to take
     * @return the bytes as they came
     * @throws BodyTooLongException if it is longer, by its declared length before a byte is read
     * @throws IOException if the client goes away
     */
    public byte[] body(int limit) throws IOException {
        if (declaredLength() > limit) {
            throw tooLong(limit);
        }
        if (body == null) {
            body = exchange.getRequestBody().readNBytes(limit + 1);
        }
        if (body.length > limit) {
            throw tooLong(limit);
        }
        return body.clone();
    }

    /** Unread bytes make the system reset the connection, and the client would lose the response. */
    private BodyTooLongException tooLong(int limit) throws IOException {
        if (declaredLength() <= MAX_DISCARDED) {
            discard();
        }
        return new BodyTooLongException(limit);
    }

    private void discard() throws IOException {
        byte[] buffer = new byte[8192];
        long left = MAX_DISCARDED;
        for (int read = 0; read >= 0 && left > 0; left -= read) {
            read = exchange.getRequestBody().read(buffer);
        }
    }

    /** The server itself has already rejected a length that is no number. */
    private long declaredLength() {
        return header("Content-Length").map(Long::parseLong).orElse(0L);
    }

    /** A doubled slash at the front reads as a host to {@link URI}, so the text itself is cut. */
    private static String rawPath(URI uri) {
        String target = uri.toString();
        String path = uri.getScheme() == null ? target : target.replaceFirst("^[^:]+://[^/?]*", "");
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }
}
