package com.paycrypt.examples.benchmarks.tomcat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One connection that is kept, and one request after the other. */
final class Sender implements AutoCloseable {
    private static final int END_OF_HEAD = 0x0D0A0D0A;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    Sender(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new java.io.BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /** Sends a request and reads the response, which has no body. */
    void send(byte[] request) throws IOException {
        out.write(request);
        String start = new String(in.readNBytes(12), StandardCharsets.US_ASCII);
        if (!start.endsWith(" 200")) {
            throw new IllegalStateException("answered with " + start);
        }
        int last = 0;
        while (last != END_OF_HEAD) {
            last = (last << 8) | in.read();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
