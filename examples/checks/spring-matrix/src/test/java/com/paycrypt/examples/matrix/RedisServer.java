package com.paycrypt.examples.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Assumptions;

/** A Redis of the tests' own, on the loopback address, that keeps nothing. */
final class RedisServer implements AutoCloseable {
    final int port;
    private Process process;

    private RedisServer(int port) {
        this.port = port;
        start();
    }

    static RedisServer onAnyPort() {
        requireProgram();
        return new RedisServer(freePort());
    }

    /** Below those that systems hand out by themselves, so that nobody gets it before the server binds it. */
    static int freePort() {
        int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (BindException taken) {
            return freePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void start() {
        try {
            process = new ProcessBuilder(List.of(
                            "redis-server",
                            "--port",
                            "" + port,
                            "--bind",
                            "127.0.0.1",
                            "--save",
                            "",
                            "--appendonly",
                            "no"))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            awaitConnection();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitConnection() {
        Await.until(() -> accepts() || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException("redis-server ended with " + process.exitValue());
        }
    }

    private boolean accepts() {
        try {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Gives it a command, and waits until it is done. */
    void say(String command) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            String said = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            if (!said.startsWith("+OK")) {
                throw new IllegalStateException(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        stop();
    }

    private static void requireProgram() {
        boolean found;
        try {
            found = new ProcessBuilder("redis-server", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .onExit()
                            .join()
                            .exitValue()
                    == 0;
        } catch (IOException e) {
            found = false;
        }
        if (!found && System.getenv("PAYCRYPT_CI") != null) {
            throw new IllegalStateException("redis-server is missing: apt-get install redis-server");
        }
        Assumptions.assumeTrue(found, "redis-server is missing: apt-get install redis-server");
    }
}
