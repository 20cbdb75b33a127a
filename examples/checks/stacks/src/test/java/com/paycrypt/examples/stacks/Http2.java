package com.paycrypt.examples.stacks;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;

/** One HTTP/2 connection to a stack, without TLS. */
final class Http2 implements AutoCloseable {
    private final OkHttpClient client = new OkHttpClient.Builder()
            .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
            .readTimeout(Duration.ofMinutes(5))
            .retryOnConnectionFailure(false)
            .build();
    private final String url;

    Http2(int port) {
        this.url = "http://127.0.0.1:" + port + "/webhook";
    }

    /** Sends a request over a connection of its own: one whose body went on after the response may be closed. */
    static int sendAlone(int port, Request request) {
        try (Http2 connection = new Http2(port)) {
            return connection.send(request);
        }
    }

    /** Sends a request with its length; the status, or that the stream was reset. */
    int send(Request request) {
        return status(request, new Duplex(request.body().length, sink -> sink.write(request.body())))
                .join();
    }

    /** Sends a byte and another on one stream, until the server has had enough; declares so many that it would take hours. */
    CompletableFuture<Integer> trickle(Request request) {
        CountDownLatch ended = new CountDownLatch(1);
        RequestBody body = new Duplex(60_000, sink -> {
            do {
                sink.writeByte(' ').flush();
            } while (!ended.await(100, TimeUnit.MILLISECONDS));
        });
        return status(request, body).whenComplete((status, failure) -> ended.countDown());
    }

    private CompletableFuture<Integer> status(Request request, RequestBody body) {
        CompletableFuture<Integer> status = new CompletableFuture<>();
        okhttp3.Request.Builder http2 = new okhttp3.Request.Builder().url(url).post(body);
        request.headers().forEach(header -> http2.addHeader(header.get(0), header.get(1)));
        client.newCall(http2.build()).enqueue(new Callback() {
            @Override
            public void onResponse(Call call, Response response) {
                try (response) {
                    status.complete(response.code());
                }
            }

            @Override
            public void onFailure(Call call, IOException e) {
                status.complete(Request.CLOSED);
            }
        });
        return status;
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdownNow();
        client.connectionPool().evictAll();
    }

    /** What writes a body. */
    private interface Writer {
        void write(BufferedSink sink) throws IOException, InterruptedException;
    }

    /** A body that is sent while the response is awaited, which may come first and end it. */
    private static final class Duplex extends RequestBody {
        private final long length;
        private final Writer writer;

        Duplex(long length, Writer writer) {
            this.length = length;
            this.writer = writer;
        }

        @Override
        public MediaType contentType() {
            return MediaType.get("application/json");
        }

        @Override
        public long contentLength() {
            return length;
        }

        @Override
        public boolean isDuplex() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) {
            Thread thread = new Thread(() -> write(sink), "body");
            thread.setDaemon(true);
            thread.start();
        }

        private void write(BufferedSink sink) {
            try (sink) {
                writer.write(sink);
            } catch (IOException | InterruptedException endedByTheServer) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
