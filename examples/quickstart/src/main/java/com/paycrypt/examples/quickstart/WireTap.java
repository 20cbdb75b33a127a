package com.paycrypt.examples.quickstart;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps a copy of every webhook that passes, once it is answered. */
final class WireTap extends Filter {
    private static final int MOST = 1 << 20;

    private final BlockingQueue<Delivery> seen = new LinkedBlockingQueue<>();

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MOST);
        exchange.setStreams(new ByteArrayInputStream(body), null);
        chain.doFilter(exchange);
        seen.add(new Delivery(signature(exchange.getRequestHeaders()), HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** The next webhook; empty if none comes in time. */
    Optional<Delivery> next(Duration limit) throws InterruptedException {
        return Optional.ofNullable(seen.poll(limit.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static Map<String, List<String>> signature(Headers headers) {
        return Stream.of("X-Paycrypt-Key", "X-Paycrypt-Timestamp", "X-Paycrypt-Signature")
                .filter(headers::containsKey)
                .collect(Collectors.toMap(name -> name, headers::get));
    }

    @Override
    public String description() {
        return "keeps a copy of every webhook";
    }
}
