package com.paycrypt.sdk.servlet;

import com.paycrypt.sdk.webhook.WebhookDelivery.Incoming;
import com.paycrypt.sdk.webhook.WebhookResponse;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads requests and writes responses of the Servlet API in the terms of the core. */
final class HttpMessages {
    private static final Logger LOG = System.getLogger("com.paycrypt.sdk.servlet.PayCryptWebhookFilter");

    private static final byte[] BAD_REQUEST = "{\"error\":\"bad_request\"}".getBytes(StandardCharsets.US_ASCII);

    private HttpMessages() {}

    static HttpServletRequest http(ServletRequest request) throws ServletException {
        if (request instanceof HttpServletRequest http) {
            return http;
        }
        throw new ServletException("PayCryptWebhookFilter and PayCryptWebhookServlet process HTTP requests, not "
                + request.getClass().getName());
    }

    static HttpServletResponse http(ServletResponse response) throws ServletException {
        if (response instanceof HttpServletResponse http) {
            return http;
        }
        throw new ServletException("PayCryptWebhookFilter and PayCryptWebhookServlet write HTTP responses, not "
                + response.getClass().getName());
    }

    /**
     * Returns the body, or sends the response and returns nothing: if the delivery is rejected, or if its body ends early or
     * is malformed. A container would send an error page with the exception in it. Tomcat still sends its own page, but
     * without the exception.
     */
    static Optional<byte[]> body(Incoming incoming, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (incoming.rejection().isPresent()) {
            send(incoming.rejection().get(), response);
            return Optional.empty();
        }
        Optional<byte[]> body = read(incoming, request, response);
        if (incoming.rejection().isPresent()) {
            closeAfter(request, response);
            send(incoming.rejection().get(), response);
        }
        return body;
    }

    private static Optional<byte[]> read(Incoming incoming, HttpServletRequest request, HttpServletResponse response) {
        try {
            return read(incoming, request);
        } catch (IOException broken) {
            request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
            rejectBroken(request, response);
            return Optional.empty();
        }
    }

    private static void rejectBroken(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType("application/json");
        response.setContentLength(BAD_REQUEST.length);
        closeAfter(request, response);
        try {
            response.getOutputStream().write(BAD_REQUEST);
        } catch (IOException closed) {
            LOG.log(
                    Level.DEBUG,
                    "The sender of an incomplete PayCrypt webhook closed the connection before the response",
                    closed);
        }
    }

    /** The rest of a body that was given up is not read. */
    private static void closeAfter(HttpServletRequest request, HttpServletResponse response) {
        if (request.getProtocol().startsWith("HTTP/1")) {
            response.setHeader("Connection", "close");
        }
    }

    private static Optional<byte[]> read(Incoming incoming, HttpServletRequest request) throws IOException {
        Optional<byte[]> body = incoming.read(stream(request));
        long declared = request.getContentLengthLong();
        if (declared > 0 && body.isPresent() && body.get().length == 0) {
            warnOfAnotherReader(declared);
        }
        return body;
    }

    /** Returns an empty stream if a filter in front has opened the reader: the body is in its buffer, and the signature fails. */
    private static InputStream stream(HttpServletRequest request) throws IOException {
        try {
            return request.getInputStream();
        } catch (IllegalStateException readerInUse) {
            return InputStream.nullInputStream();
        }
    }

    private static void warnOfAnotherReader(long declared) {
        LOG.log(
                Level.WARNING,
                "A PayCrypt webhook declared {0} bytes, but its body was empty, so its signature cannot match and it is "
                        + "rejected. A filter in front has read the body (getParameter, getReader or getInputStream): "
                        + "register the PayCrypt webhook filter before it, or exclude the webhook path from it",
                Long.toString(declared));
    }

    /** Sends a response by status and body: {@code sendError} would send an error page instead. */
    static void send(WebhookResponse message, HttpServletResponse response) throws IOException {
        byte[] body = message.body();
        response.setStatus(message.status());
        message.headers().forEach(response::setHeader);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
