package com.paycrypt.sdk.servlet.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 as no client would write it. */
public final class RawSocket implements AutoCloseable {
    /** What {@link #status()} gives where the connection was closed instead of an answer. */
    public static final int CLOSED = 0;

    private final Socket socket;

    public RawSocket(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout((int) Await.LIMIT.toMillis());
    }

    public RawSocket write(String text) throws IOException {
        return write(text.getBytes(StandardCharsets.UTF_8));
    }

    public RawSocket write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** No more is to come, but an answer is waited for. */
    public RawSocket end() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** Writes until the server has had enough. */
    public RawSocket writeWithoutEnd(byte[] bytes, int times) throws IOException {
        try {
            for (int i = 0; i < times; i++) {
                write(bytes);
            }
        } catch (SocketException rejected) {
            return this;
        }
        return this;
    }

    /** The status of the final answer, after any that says to go on. */
    public int status() throws IOException {
        BufferedReader answer =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        try {
            int status = statusLine(answer.readLine());
            while (status == 100) {
                answer.readLine();
                status = statusLine(answer.readLine());
            }
            return status;
        } catch (SocketException reset) {
            return CLOSED;
        }
    }

    /** All that comes, to the end of the connection. */
    public String text() throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (SocketException reset) {
            return "";
        }
    }

    private static int statusLine(@Nullable String line) {
        return line == null ? CLOSED : Integer.parseInt(line.split(" ", 3)[1]);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
