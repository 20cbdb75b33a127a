package com.paycrypt.sdk.servlet.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;

/** The protocols a delivery may come by; every request on a connection of its own. */
public enum Wire {
    HTTP_1_1(Protocol.HTTP_1_1),
    HTTP_2(Protocol.H2_PRIOR_KNOWLEDGE);

    private final OkHttpClient client;

    Wire(Protocol protocol) {
        client = new OkHttpClient.Builder()
                .protocols(List.of(protocol))
                .followRedirects(false)
                .retryOnConnectionFailure(false)
                .connectTimeout(Await.LIMIT)
                .writeTimeout(Await.LIMIT)
                .readTimeout(Await.LIMIT)
                .build();
    }

    /** Sends copies until none is told that the delivery is still being handled: a container may answer before it is settled. */
    public Answer sendOnceSettled(Delivery delivery, String url) {
        long start = System.nanoTime();
        Answer answer = send(delivery, url);
        while (answer.status() == 409 && System.nanoTime() - start < Await.LIMIT.toNanos()) {
            answer = send(delivery, url);
        }
        return answer;
    }

    /** Sends a delivery and waits for the answer. */
    public Answer send(Delivery delivery, String url) {
        ConnectionPool pool = new ConnectionPool();
        OkHttpClient own = client.newBuilder().connectionPool(pool).build();
        try (Response response = own.newCall(delivery.request(url)).execute()) {
            return new Answer(
                    response.code(), response.headers(), response.body().string(), response.protocol());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            pool.evictAll();
        }
    }
}
