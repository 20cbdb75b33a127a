package com.paycrypt.sdk.faults;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between a client and a server, counts connections, and can swallow what goes through those it has. */
public final class Relay implements Closeable {
    private final int target;
    private final ServerSocket socket;
    private final AtomicInteger made = new AtomicInteger();
    private final CountDownLatch hungUp = new CountDownLatch(1);
    private volatile int frozen;

    public Relay(int target) throws IOException {
        this.target = target;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::acceptAll);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** How many connections clients have made so far. */
    public int made() {
        return made.get();
    }

    /** Counted down when a client ends a connection. */
    public CountDownLatch hungUp() {
        return hungUp;
    }

    /** From now on the connections that were made are dead, and neither end notices. */
    public void freeze() {
        frozen = made.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void acceptAll() throws IOException {
        while (true) {
            Socket client = socket.accept();
            int number = made.incrementAndGet();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            daemon(() -> pumpFromClient(client, server, number));
            daemon(() -> pump(server, client, number));
        }
    }

    private void pumpFromClient(Socket client, Socket server, int number) throws IOException {
        try {
            pump(client, server, number);
        } finally {
            hungUp.countDown();
        }
    }

    private void pump(Socket from, Socket to, int number) throws IOException {
        try (to) {
            byte[] some = new byte[8192];
            for (int read = from.getInputStream().read(some);
                    read >= 0;
                    read = from.getInputStream().read(some)) {
                if (number > frozen) {
                    to.getOutputStream().write(some, 0, read);
                }
            }
        }
    }

    private static void daemon(Pumping pumping) {
        Thread thread = new Thread(
                () -> {
                    try {
                        pumping.run();
                    } catch (IOException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "relay");
        thread.setDaemon(true);
        thread.start();
    }

    /** Goes on until one end hangs up. */
    @FunctionalInterface
    private interface Pumping {
        void run() throws IOException;
    }
}
