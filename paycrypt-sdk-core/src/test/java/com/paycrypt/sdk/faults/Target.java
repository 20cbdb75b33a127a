package com.paycrypt.sdk.faults;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Somewhere to send requests to. */
@FunctionalInterface
interface Target {
    Open open() throws IOException;

    static Target serving(FaultServer.Behaviour behaviour) {
        return () -> {
            FaultServer server = new FaultServer(behaviour);
            return new Open(server.url(), server.received(), server);
        };
    }

    /** A server that speaks no TLS where TLS is wanted. */
    static Target withoutTls(FaultServer.Behaviour behaviour) {
        return () -> {
            FaultServer server = new FaultServer(behaviour);
            return new Open(server.url().replace("http:", "https:"), List.of(), server);
        };
    }

    static Target at(String url) {
        return () -> new Open(url, List.of(), () -> {});
    }

    /** A port that nobody listens at, and nobody else can get meanwhile. */
    static Target nobody() {
        return () -> {
            Socket held = new Socket();
            held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return new Open("http://127.0.0.1:" + held.getLocalPort(), List.of(), held);
        };
    }

    /** A listener whose queue is full, so that the system lets further connections wait. */
    static Target deaf() {
        return () -> {
            ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            List<Socket> queue = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Socket waiting = new Socket();
                queue.add(waiting);
                tryToConnect(waiting, deaf);
            }
            return new Open("http://127.0.0.1:" + deaf.getLocalPort(), List.of(), () -> {
                deaf.close();
                for (Socket waiting : queue) {
                    waiting.close();
                }
            });
        };
    }

    private static void tryToConnect(Socket socket, ServerSocket server) {
        try {
            socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), 50);
        } catch (IOException e) {
            assert !socket.isConnected() : "the queue was full, as it should be";
        }
    }

    /** A target under test: where it is, what it received, and how it ends. */
    record Open(String url, List<FaultServer.Received> received, Closeable end) implements Closeable {
        @Override
        public void close() throws IOException {
            end.close();
        }
    }
}
