package com.paycrypt.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * An HTTP server on 127.0.0.1 and on no other address. The JDK's own: it needs no jar, so that it cannot collide with
 * the Jetty, Netty or Kotlin of the application whose tests embed the sandbox.
 */
public final class LoopbackServer implements AutoCloseable {
    private static final Logger LOG = System.getLogger(LoopbackServer.class.getName());

    private static final int SHORT = 64 * 1024;
    private static final int LONG_AT_ONCE = 4;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Handler handler;
    private final Consumer<OutOfMemoryError> whenOutOfMemory;
    private final Semaphore longBodies = new Semaphore(LONG_AT_ONCE, true);

    private LoopbackServer(HttpServer server, Handler handler, Consumer<OutOfMemoryError> whenOutOfMemory) {
        this.server = server;
        this.handler = handler;
        this.whenOutOfMemory = whenOutOfMemory;
        this.threads = Executors.newCachedThreadPool(daemons());
    }

    /**
     * Binds and starts.
     *
     * @param port the port, or 0 for a free one
     * @param handler the handler of all requests
     * @param whenOutOfMemory told of an error after which the server cannot be relied on
     * @return the running server
     * @throws IOException if the port cannot be bound
     */
    public static LoopbackServer start(int port, Handler handler, Consumer<OutOfMemoryError> whenOutOfMemory)
            throws IOException {
        InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
        HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 128);
        LoopbackServer started = new LoopbackServer(server, handler, whenOutOfMemory);
        server.setExecutor(started.threads);
        server.createContext("/", started::respond);
        server.start();
        return started;
    }

    /**
     * Returns the port that was bound.
     *
     * @return the port
     */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Stops at once; open connections are closed. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void respond(HttpExchange exchange) throws IOException {
        try (exchange) {
            Response response = respond(Request.of(exchange));
            if (response.ending() != Response.Ending.DROPPED) {
                send(exchange, response);
            }
        }
    }

    /** Long bodies are read and parsed a few at a time, so that many of them at once do not fill the memory. */
    private Response respond(Request request) throws IOException {
        if (!request.mayBeLongerThan(SHORT)) {
            return handle(request);
        }
        longBodies.acquireUninterruptibly();
        try {
            return handle(request);
        } finally {
            longBodies.release();
        }
    }

    private Response handle(Request request) throws IOException {
        try {
            return handler.handle(request);
        } catch (BodyTooLongException e) {
            return Response.error(413, "body_too_long");
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a defect of the sandbox; please report it", e);
            return Response.error(500, "internal_error");
        } catch (OutOfMemoryError e) {
            whenOutOfMemory.accept(e);
            throw e;
        }
    }

    /**
     * Every connection is closed after its response, as running PayCrypt servers do. It also ends the wait that keep-alive
     * connections of this server have between headers and body (Nagle's algorithm against delayed acknowledgements).
     */
    private static void send(HttpExchange exchange, Response response) throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Connection", "close");
        boolean bodiless = exchange.getRequestMethod().equals("HEAD") || response.body().length == 0;
        exchange.sendResponseHeaders(response.status(), bodiless ? -1 : response.body().length);
        if (!bodiless) {
            writeBody(exchange.getResponseBody(), response);
        }
    }

    /** Flushed before the exchange is closed: closing reads the rest of the request first, which may never come. */
    private static void writeBody(OutputStream out, Response response) throws IOException {
        boolean whole = response.ending() == Response.Ending.WHOLE;
        out.write(response.body(), 0, whole ? response.body().length : response.body().length / 2);
        out.flush();
    }

    private static ThreadFactory daemons() {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "paycrypt-sandbox-http-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
