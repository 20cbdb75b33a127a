package com.paycrypt.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paycrypt.sandbox.http.Handler;
import com.paycrypt.sandbox.http.Request;
import com.paycrypt.sandbox.http.Response;
import com.paycrypt.sandbox.wire.Json;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The faults that are due, each used up by one create, in their order. Thread-safe. */
public final class Faults implements AutoCloseable {
    private static final int MOST = 10_000;

    private final Deque<Fault> due = new ArrayDeque<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * Lets the next creates go wrong, after those that already will.
     *
     * @param times how many
     * @param fault how
     * @return false, with nothing added, if that is fewer than one or more than {@value #MOST} would be due
     */
    public synchronized boolean add(int times, Fault fault) {
        boolean possible = times >= 1 && times <= MOST - due.size();
        return possible && due.addAll(Collections.nCopies(times, fault));
    }

    /** Forgets every fault that is still due. */
    public synchronized void clear() {
        due.clear();
    }

    /**
     * The faults that are still due.
     *
     * @return the faults in their order
     */
    public synchronized List<Fault> due() {
        return List.copyOf(due);
    }

    /** Lets requests go that hang. */
    @Override
    public void close() {
        closed.countDown();
    }

    Response answer(Request request, Handler create) throws IOException {
        Optional<Fault> fault = next();
        return fault.isPresent() ? spoil(fault.get(), request, create) : create.handle(request);
    }

    private synchronized Optional<Fault> next() {
        return Optional.ofNullable(due.poll());
    }

    private Response spoil(Fault fault, Request request, Handler create) throws IOException {
        return switch (fault) {
            case SERVER_ERROR -> Response.error(500, "internal_error");
            case BAD_GATEWAY -> Response.html(502, "<html><head><title>502 Bad Gateway</title></head></html>\n");
            case UNAVAILABLE -> Response.error(503, "unavailable").with("Retry-After", "1");
            case RATE_LIMITED -> Response.json(429, rateLimited());
            case IP_NOT_ALLOWED -> Response.error(403, "ip_not_allowed");
            case HANG -> hang();
            case DROP -> Response.dropped();
            case LOST_ANSWER -> lose(create.handle(request));
            case TRUNCATED -> create.handle(request).truncated();
            case EMPTY -> new Response(201, create.handle(request).headers(), new byte[0]);
            case BAD_CHECKOUT_URL -> withBadCheckoutUrl(create.handle(request));
        };
    }

    private Response hang() throws IOException {
        try {
            closed.await(1, TimeUnit.MINUTES);
            return Response.dropped();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the server stops", e);
        }
    }

    private static Response lose(Response made) {
        return made.status() < 300 ? Response.dropped() : made;
    }

    private static Response withBadCheckoutUrl(Response made) {
        return Json.readObject(made.body())
                .map(json -> Response.json(made.status(), json.put("checkout_url", "javascript:alert(1)")))
                .orElse(made);
    }

    private static ObjectNode rateLimited() {
        return Json.object().put("error", "rate_limited").put("retry_after", 1);
    }
}
