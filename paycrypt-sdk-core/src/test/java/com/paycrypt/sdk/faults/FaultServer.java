package com.paycrypt.sdk.faults;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server on a real socket that may do to a connection whatever a network can. */
public final class FaultServer implements Closeable {
    private static final int MOST_WAITING = 2048;
    private static final int BLANK_LINE = '\r' << 24 | '\n' << 16 | '\r' << 8 | '\n';

    private final ServerSocket socket;
    private final Behaviour behaviour;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);

    public FaultServer(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            this.socket = new ServerSocket(0, MOST_WAITING, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::acceptAll);
    }

    public String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /** The complete requests that arrived, in order. */
    public List<Received> received() {
        return received;
    }

    /** Does nothing until the server is closed. */
    public void idle() throws InterruptedException {
        closed.await();
    }

    /** Does nothing until the time is over or the server is closed. */
    public void idle(long millis) throws InterruptedException {
        boolean unused = closed.await(millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
        for (Socket connection : open) {
            connection.close();
        }
    }

    private void acceptAll() {
        try {
            while (true) {
                Socket connection = socket.accept();
                open.add(connection);
                daemon(() -> serve(connection));
            }
        } catch (IOException e) {
            closed.countDown();
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            behaviour.serve(this, connection);
        } catch (IOException | InterruptedException e) {
            open.remove(connection);
        }
    }

    /** Reads one request to its last byte and notes it. */
    public Received read(Socket connection) throws IOException {
        InputStream in = new BufferedInputStream(connection.getInputStream());
        String head = head(in);
        Received request = new Received(head, in.readNBytes(contentLength(head)));
        received.add(request);
        return request;
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int lastFour = 0; lastFour != BLANK_LINE; ) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the request broke off");
            }
            head.write(next);
            lastFour = lastFour << 8 | next;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static int contentLength(String head) {
        String length = new Received(head, new byte[0]).header("Content-Length");
        return length.isEmpty() ? 0 : Integer.parseInt(length);
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "fault-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** What happens to one connection. */
    @FunctionalInterface
    public interface Behaviour {
        void serve(FaultServer server, Socket connection) throws IOException, InterruptedException;
    }

    /** A request as it arrived. */
    public record Received(String head, byte[] body) {
        public String header(String name) {
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }
}
