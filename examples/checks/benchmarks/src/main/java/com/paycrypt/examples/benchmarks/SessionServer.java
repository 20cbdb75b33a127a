package com.paycrypt.examples.benchmarks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The cheapest server that creates sessions: a thread per connection, one constant response. */
public final class SessionServer {
    private static final byte[] RESPONSE = ("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: "
                    + Subject.RESPONSE.length() + "\r\n\r\n" + Subject.RESPONSE)
            .getBytes(StandardCharsets.US_ASCII);
    private static final String LENGTH = "content-length:";

    private SessionServer() {}

    public static void main(String[] args) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress())) {
            System.out.println("http://127.0.0.1:" + server.getLocalPort());
            serve(server);
        }
    }

    static void serve(ServerSocket server) throws IOException {
        while (!server.isClosed()) {
            Socket connection = server.accept();
            Thread thread = new Thread(() -> serve(connection), "session-server");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(connection.getInputStream());
            while (true) {
                in.skipNBytes(bodyLength(in));
                connection.getOutputStream().write(RESPONSE);
            }
        } catch (IOException e) {
            Thread.currentThread().setName("hung-up");
        }
    }

    private static int bodyLength(InputStream in) throws IOException {
        int length = 0;
        String line = line(in);
        while (!line.isEmpty()) {
            if (line.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Integer.parseInt(line.substring(LENGTH.length()).strip());
            }
            line = line(in);
        }
        return length;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
