package com.paycrypt.examples.stacks;

import com.paycrypt.sdk.webhook.SignedWebhook;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A request as it is written on a socket, genuine or not. */
final class Request {
    /** Instead of a status if the connection was closed without one. */
    static final int CLOSED = 0;

    private static final int WAIT_MILLIS = 300_000;

    private final String method;
    private final List<List<String>> headers;
    private final byte[] body;

    Request(String method, List<List<String>> headers, byte[] body) {
        this.method = method;
        this.headers = List.copyOf(headers);
        this.body = body.clone();
    }

    static Request of(SignedWebhook signed) {
        List<List<String>> headers = new ArrayList<>();
        signed.headers().forEach((name, values) -> headers.add(List.of(name, values.get(0))));
        return new Request("POST", headers, signed.body());
    }

    Request with(String name, String value) {
        List<List<String>> more = new ArrayList<>(headers);
        more.removeIf(header -> header.get(0).equals(name));
        more.add(List.of(name, value));
        return new Request(method, more, body);
    }

    Request adding(String name, String value) {
        List<List<String>> more = new ArrayList<>(headers);
        more.add(List.of(name, value));
        return new Request(method, more, body);
    }

    Request withBody(byte[] other) {
        return new Request(method, headers, other);
    }

    List<List<String>> headers() {
        return headers;
    }

    byte[] body() {
        return body.clone();
    }

    String header(String name) {
        return headers.stream()
                .filter(header -> header.get(0).equals(name))
                .findFirst()
                .orElseThrow()
                .get(1);
    }

    /** With its length. */
    int send(int port) throws IOException {
        return status(port, head("Content-Length: " + body.length), body);
    }

    /** Without a length, in pieces of 7 bytes. */
    int sendChunked(int port) throws IOException {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (int from = 0; from < body.length; from += 7) {
            int size = Math.min(7, body.length - from);
            chunks.writeBytes((Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            chunks.write(body, from, size);
            chunks.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        chunks.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return status(port, head("Transfer-Encoding: chunked"), chunks.toByteArray());
    }

    private String head(String framing) {
        StringBuilder head =
                new StringBuilder(method + " /webhook HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        headers.forEach(header ->
                head.append(header.get(0)).append(": ").append(header.get(1)).append("\r\n"));
        return head + framing + "\r\n\r\n";
    }

    private static int status(int port, String head, byte[] body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(WAIT_MILLIS);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            try {
                socket.getOutputStream().write(body);
            } catch (SocketException rejected) {
                return status(socket);
            }
            return status(socket);
        }
    }

    /** Sends a byte and another, until the server has had enough; declares so many that it would take hours. */
    int trickle(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(100);
            socket.getOutputStream().write(head("Content-Length: 60000").getBytes(StandardCharsets.ISO_8859_1));
            int first = -2;
            while (first == -2) {
                socket.getOutputStream().write(' ');
                first = next(socket);
            }
            socket.setSoTimeout(WAIT_MILLIS);
            return first == -1 ? CLOSED : status(socket);
        } catch (SocketException closed) {
            return CLOSED;
        }
    }

    /** The first byte of the response, -1 at the end, -2 if there is none yet. */
    private static int next(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read();
        } catch (java.net.SocketTimeoutException nothing) {
            return -2;
        }
    }

    private static int status(Socket socket) throws IOException {
        try {
            String line = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
                    .readLine();
            return line == null ? CLOSED : Integer.parseInt(line.split(" ", 3)[1]);
        } catch (SocketException reset) {
            return CLOSED;
        }
    }
}
