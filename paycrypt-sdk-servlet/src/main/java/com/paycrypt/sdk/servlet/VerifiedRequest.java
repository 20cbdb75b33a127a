package com.paycrypt.sdk.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A request whose body was read and verified, and can be read again through every method of the Servlet API. */
final class VerifiedRequest extends HttpServletRequestWrapper {
    private final HttpServletResponse response;
    private final VerifiedDelivery delivery;
    private final AsyncOutcome outcome;
    private final DispatchGate gate = new DispatchGate();
    private @Nullable BodyStream stream;
    private @Nullable BufferedReader reader;
    private @Nullable String encoding;
    private volatile boolean async;

    VerifiedRequest(HttpServletRequest request, HttpServletResponse response, VerifiedDelivery delivery) {
        super(request);
        this.response = response;
        this.delivery = delivery;
        this.outcome = new AsyncOutcome(delivery, response);
    }

    /** Returns whether a request, or one that it wraps, is a verified request. */
    static boolean isWithin(ServletRequest request) {
        return request instanceof VerifiedRequest
                || (request instanceof ServletRequestWrapper wrapper && wrapper.isWrapperFor(VerifiedRequest.class));
    }

    @Override
    public ServletInputStream getInputStream() {
        if (reader != null) {
            throw new IllegalStateException("getReader() was already called on this request");
        }
        if (stream == null) {
            stream = new BodyStream(delivery.body(), this::isAsyncStarted, this::runAfterDispatch, this::failed);
        }
        return stream;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        if (stream != null) {
            throw new IllegalStateException("getInputStream() was already called on this request");
        }
        if (reader == null) {
            reader = new BufferedReader(new InputStreamReader(new ByteArrayInputStream(delivery.body()), charset()));
        }
        return reader;
    }

    /** Returns UTF-8 unless a charset is named: the body is JSON, and JSON is UTF-8 (RFC 8259, section 8.1). */
    private Charset charset() throws UnsupportedEncodingException {
        String named = getCharacterEncoding();
        return named == null ? StandardCharsets.UTF_8 : supported(named);
    }

    @Override
    public @Nullable String getCharacterEncoding() {
        return encoding == null ? super.getCharacterEncoding() : encoding;
    }

    /** Keeps the encoding here too, since Jetty and Undertow ignore it once the body was read. Does not change an open reader. */
    @Override
    public void setCharacterEncoding(String name) throws UnsupportedEncodingException {
        if (reader == null) {
            super.setCharacterEncoding(name);
            encoding = supported(name).name();
        }
    }

    /** Overrides the method that Servlet 6.1 adds, if it runs there. */
    public void setCharacterEncoding(Charset charset) {
        if (reader == null) {
            encoding = charset.name();
        }
    }

    private static Charset supported(String name) throws UnsupportedEncodingException {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            throw new UnsupportedEncodingException(name);
        }
    }

    @Override
    public int getContentLength() {
        return delivery.body().length;
    }

    @Override
    public long getContentLengthLong() {
        return delivery.body().length;
    }

    /** Throws: the body is JSON and has no parts. */
    @Override
    public Collection<Part> getParts() throws ServletException {
        throw noParts();
    }

    @Override
    public Part getPart(String name) throws ServletException {
        throw noParts();
    }

    private static ServletException noParts() {
        return new ServletException("the body of a PayCrypt webhook is JSON, not multipart/form-data: use "
                + "PayCryptWebhookFilter.event(request), getInputStream() or getReader()");
    }

    /** Starts with this request: the container would continue with its own, whose body has been read. */
    @Override
    public AsyncContext startAsync() {
        return startAsync(this, response);
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
        return watched(super.startAsync(request, response));
    }

    private AsyncContext watched(AsyncContext context) {
        async = true;
        context.addListener(outcome);
        return context;
    }

    /** Ends the dispatch in which the delivery was verified, and settles it unless it continues asynchronously. */
    void dispatched() {
        if (!async && isAsyncStarted()) {
            watched(getAsyncContext());
        }
        if (!async) {
            delivery.responded(response.getStatus());
        }
        gate.open(this::runInContainer);
    }

    /** Opens the gate at once: the end of a later dispatch is not reported to a filter. */
    void resumed() {
        gate.open(this::runInContainer);
    }

    /** Runs a call after the current dispatch: a container calls no listener before the dispatch that set it has ended. */
    void runAfterDispatch(Runnable call) {
        gate.pass(call, this::runInContainer);
    }

    private void runInContainer(Runnable call) {
        if (isAsyncStarted()) {
            getAsyncContext().start(call);
        }
    }

    /** Fails the delivery of a read listener that threw, whose response would otherwise be 200. */
    void failed(Throwable cause) {
        delivery.failed(cause);
        if (!response.isCommitted()) {
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }
}
