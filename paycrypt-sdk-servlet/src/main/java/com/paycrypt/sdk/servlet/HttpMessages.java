package com.paycrypt.sdk.servlet;

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

/** Servlet requests and responses in the terms of the core. */
final class HttpMessages {
    private static final Logger LOG = System.getLogger(PayCryptWebhookFilter.class.getName());

    private static final byte[] BAD_REQUEST = "{\"error\":\"bad_request\"}".getBytes(StandardCharsets.US_ASCII);

    private HttpMessages() {}

    static HttpServletRequest http(ServletRequest request) throws ServletException {
        if (request instanceof HttpServletRequest http) {
            return http;
        }
        throw new ServletException("PayCrypt webhooks are HTTP requests; this is a " + request.getClass());
    }

    static HttpServletResponse http(ServletResponse response) throws ServletException {
        if (response instanceof HttpServletResponse http) {
            return http;
        }
        throw new ServletException("PayCrypt webhooks get HTTP responses; this is a " + response.getClass());
    }

    /**
     * The body, or nothing where it broke off or its chunks make no sense: that is answered here, since a container would
     * answer with an error page, of the exception at that. Tomcat does so all the same, but without the exception.
     */
    static Optional<byte[]> body(HttpServletRequest request, HttpServletResponse response, int limit) {
        try {
            return Optional.of(body(request, limit));
        } catch (IOException broken) {
            request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
            refuseBroken(request, response);
            return Optional.empty();
        }
    }

    private static void refuseBroken(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType("application/json");
        response.setContentLength(BAD_REQUEST.length);
        if (request.getProtocol().startsWith("HTTP/1")) {
            response.setHeader("Connection", "close");
        }
        try {
            response.getOutputStream().write(BAD_REQUEST);
        } catch (IOException gone) {
            LOG.log(Level.DEBUG, "The sender of a broken PayCrypt webhook is gone before its answer", gone);
        }
    }

    private static byte[] body(HttpServletRequest request, int limit) throws IOException {
        long declared = request.getContentLengthLong();
        byte[] body = new BodyReader(stream(request), declared, limit, System::nanoTime).read();
        if (body.length == 0 && declared > 0) {
            warnOfAnotherReader(declared);
        }
        return body;
    }

    /** A reader that was opened before us holds the body: nothing of it is left, which no signature survives. */
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
                "A PayCrypt webhook of {0} bytes was empty when it got here, so its signature cannot be right: a filter "
                        + "in front read it (getParameter, getReader or getInputStream). Register the PayCrypt webhook "
                        + "filter before it, or exclude the webhook path from it",
                declared);
    }

    /** By status and body, never by sendError, which would start an error page in place of the answer. */
    static void send(WebhookResponse answer, HttpServletResponse response) throws IOException {
        byte[] body = answer.body();
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
