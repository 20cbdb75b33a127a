package com.paycrypt.examples.doctor;

import com.paycrypt.examples.doctor.Exchange.End;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Sends deliveries as they are: each over a connection of its own, no redirect followed, nothing sent twice. */
final class Sender implements AutoCloseable {
    private static final long MOST_TEXT = 64 << 10;
    private static final int AT_ONCE = 64;

    private final URI target;
    private final OkHttpClient client;

    /**
     * Connects to a target.
     *
     * @param target the webhook URL
     * @param limit how long to wait for the end of a response
     */
    Sender(URI target, Duration limit) {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(AT_ONCE);
        dispatcher.setMaxRequestsPerHost(AT_ONCE);
        this.target = target;
        this.client = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .callTimeout(limit)
                .build();
    }

    /**
     * Sends one delivery.
     *
     * @throws UnreachableException if nothing listens there
     */
    Exchange send(Delivery delivery) {
        return sendAtOnce(List.of(delivery)).get(0);
    }

    /**
     * Sends deliveries at the same time.
     *
     * @throws UnreachableException if nothing listens there
     */
    List<Exchange> sendAtOnce(List<Delivery> deliveries) {
        List<Pending> pending = deliveries.stream().map(Pending::new).toList();
        pending.forEach(Pending::start);
        return pending.stream().map(Pending::exchange).toList();
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
    }

    private static Request request(URI target, Delivery delivery, DeliveryBody body) {
        Headers.Builder headers = new Headers.Builder();
        delivery.headers.forEach(header -> headers.addUnsafeNonAscii(header.name(), header.value()));
        return new Request.Builder()
                .url(target.toString())
                .headers(headers.build())
                .method(delivery.method, delivery.method.equals("GET") ? null : body)
                .build();
    }

    /** A delivery under way. */
    private final class Pending implements Callback {
        private final Delivery delivery;
        private final DeliveryBody body;
        private final long begin = System.nanoTime();
        private final CompletableFuture<Exchange> result = new CompletableFuture<>();

        Pending(Delivery delivery) {
            this.delivery = delivery;
            this.body = new DeliveryBody(delivery);
        }

        void start() {
            client.newCall(request(target, delivery, body)).enqueue(this);
        }

        Exchange exchange() {
            try {
                return result.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof UnreachableException unreachable ? unreachable : e;
            }
        }

        @Override
        public void onResponse(Call call, Response response) {
            try (response) {
                String text = response.peekBody(MOST_TEXT).string();
                Optional<String> location = Optional.ofNullable(response.header("Location"));
                result.complete(exchange(
                        End.ANSWERED,
                        response.code(),
                        location,
                        response.headers().toString(),
                        text));
            } catch (IOException e) {
                onFailure(call, e);
            }
        }

        @Override
        public void onFailure(Call call, IOException failure) {
            if (failure instanceof ConnectException
                    || failure instanceof UnknownHostException
                    || failure instanceof NoRouteToHostException) {
                result.completeExceptionally(new UnreachableException("nothing answers at " + target, failure));
            } else {
                End end = failure instanceof InterruptedIOException ? End.TIMED_OUT : End.CLOSED;
                result.complete(exchange(end, 0, Optional.empty(), "", ""));
            }
        }

        private Exchange exchange(End end, int status, Optional<String> location, String headers, String text) {
            return new Exchange(
                    delivery,
                    end,
                    status,
                    location,
                    headers,
                    text,
                    body.isSentWhole(),
                    Duration.ofNanos(System.nanoTime() - begin));
        }
    }
}
