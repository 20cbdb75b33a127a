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

/** A request whose body was read and verified, and is there to be read as if nobody had. */
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

    /** Whether the body of a request can be read still, under whatever lies over it. */
    static boolean isWithin(ServletRequest request) {
        return request instanceof VerifiedRequest
                || (request instanceof ServletRequestWrapper wrapper && wrapper.isWrapperFor(VerifiedRequest.class));
    }

    @Override
    public ServletInputStream getInputStream() {
        if (reader != null) {
            throw new IllegalStateException("getReader() was called on this request already");
        }
        if (stream == null) {
            stream = new BodyStream(delivery.body(), this);
        }
        return stream;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        if (stream != null) {
            throw new IllegalStateException("getInputStream() was called on this request already");
        }
        if (reader == null) {
            reader = new BufferedReader(new InputStreamReader(new ByteArrayInputStream(delivery.body()), charset()));
        }
        return reader;
    }

    /** Where nobody named one: what was verified is JSON, and JSON is UTF-8 (RFC 8259, section 8.1). */
    private Charset charset() throws UnsupportedEncodingException {
        String named = getCharacterEncoding();
        return named == null ? StandardCharsets.UTF_8 : supported(named);
    }

    @Override
    public @Nullable String getCharacterEncoding() {
        return encoding == null ? super.getCharacterEncoding() : encoding;
    }

    /** Kept here, too: Jetty and Undertow ignore it once the body was read. Without effect on an open reader. */
    @Override
    public void setCharacterEncoding(String name) throws UnsupportedEncodingException {
        if (reader == null) {
            super.setCharacterEncoding(name);
            encoding = supported(name).name();
        }
    }

    /** The form that Servlet 6.1 adds, and overrides this way only when it runs there. */
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

    /** JSON has no parts: no line of it can be a multipart boundary. */
    @Override
    public Collection<Part> getParts() throws ServletException {
        throw noParts();
    }

    @Override
    public Part getPart(String name) throws ServletException {
        throw noParts();
    }

    private static ServletException noParts() {
        return new ServletException("a PayCrypt webhook is JSON, not multipart/form-data: take it from "
                + "PayCryptWebhookFilter.event(request), getInputStream() or getReader()");
    }

    /** On this request: the container would go on with its own one, whose body is gone. */
    @Override
    public AsyncContext startAsync() {
        return startAsync(this, response);
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse answer) {
        return watched(super.startAsync(request, answer));
    }

    private AsyncContext watched(AsyncContext context) {
        async = true;
        context.addListener(outcome);
        return context;
    }

    /** The end of the dispatch that brought the delivery. */
    void dispatched() {
        if (!async && isAsyncStarted()) {
            watched(getAsyncContext());
        }
        if (!async) {
            delivery.answered(response.getStatus());
        }
        gate.open(this::runInContainer);
    }

    /** Made for a later dispatch, whose end nobody tells. */
    void resumed() {
        gate.open(this::runInContainer);
    }

    /** A container calls no listener while the dispatch that set it still runs. */
    void runAfterDispatch(Runnable call) {
        gate.pass(call, this::runInContainer);
    }

    private void runInContainer(Runnable call) {
        if (isAsyncStarted()) {
            getAsyncContext().start(call);
        }
    }

    /** A read listener that throws must not end in an untouched 200. */
    void failed(Throwable cause) {
        delivery.failed(cause);
        if (!response.isCommitted()) {
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }
}
