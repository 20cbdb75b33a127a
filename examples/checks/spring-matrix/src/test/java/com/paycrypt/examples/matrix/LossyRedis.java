package com.paycrypt.examples.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stands before a Redis, and once cuts a connection between the claim of a delivery and the answer to it. */
final class LossyRedis implements AutoCloseable {
    private final ServerSocket clients = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicBoolean cut = new AtomicBoolean();
    private final int port;

    LossyRedis(RedisServer redis) throws IOException {
        this.port = redis.port;
        start(this::serve);
    }

    int port() {
        return clients.getLocalPort();
    }

    boolean hasCut() {
        return cut.get();
    }

    private void start(Callable<Void> work) {
        Future<Void> unused = threads.submit(work);
    }

    private Void serve() throws IOException {
        while (true) {
            Socket client = clients.accept();
            Socket redis = new Socket(InetAddress.getLoopbackAddress(), port);
            AtomicBoolean claiming = new AtomicBoolean();
            start(() -> commands(client, redis, claiming));
            start(() -> answers(redis, client, claiming));
        }
    }

    private Void commands(Socket client, Socket redis, AtomicBoolean claiming) throws IOException {
        try (client;
                redis) {
            byte[] bytes = new byte[8192];
            InputStream in = client.getInputStream();
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                String command = new String(bytes, 0, read, StandardCharsets.ISO_8859_1);
                claiming.set(command.contains("SET") && command.contains("paycrypt:webhook:"));
                redis.getOutputStream().write(bytes, 0, read);
            }
        }
        return null;
    }

    /** What Redis has answered is proof that it has done it. */
    private Void answers(Socket redis, Socket client, AtomicBoolean claiming) throws IOException {
        try (client;
                redis) {
            byte[] bytes = new byte[8192];
            InputStream in = redis.getInputStream();
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                if (claiming.get() && cut.compareAndSet(false, true)) {
                    return null;
                }
                client.getOutputStream().write(bytes, 0, read);
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        clients.close();
        threads.shutdownNow();
    }
}
