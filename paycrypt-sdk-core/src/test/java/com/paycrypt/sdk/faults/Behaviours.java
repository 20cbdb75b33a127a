package com.paycrypt.sdk.faults;

import com.paycrypt.sdk.faults.FaultServer.Behaviour;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Things that servers and networks do. */
public final class Behaviours {
    static final String SESSION = "{\"id\": \"ps_1\", \"status\": \"created\", \"checkout_url\":"
            + " \"https://paycrypt.tld/checkout/ps_1\", \"expires_at\": 1723650000}";

    private Behaviours() {}

    /** Answers every request with the same bytes of HTTP; {@code \n} stands for line ends in the head. */
    public static Behaviour answer(String head, String body) {
        return (server, connection) -> {
            server.read(connection);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            write(connection, head + "\nContent-Length: " + bytes.length + "\nConnection: close\n\n");
            write(connection.getOutputStream(), bytes);
        };
    }

    /** Makes a session for every request of a connection, until the client hangs up. */
    public static Behaviour creating() {
        return (server, connection) -> {
            byte[] body = SESSION.getBytes(StandardCharsets.UTF_8);
            while (true) {
                server.read(connection);
                write(connection, "HTTP/1.1 201 Created\nContent-Length: " + body.length + "\n\n");
                write(connection.getOutputStream(), body);
            }
        };
    }

    public static Behaviour resetBeforeReading() {
        return (server, connection) -> connection.setSoLinger(true, 0);
    }

    public static Behaviour resetAfterReading() {
        return (server, connection) -> {
            server.read(connection);
            connection.setSoLinger(true, 0);
        };
    }

    public static Behaviour closeAfterReading() {
        return (server, connection) -> server.read(connection);
    }

    public static Behaviour silence() {
        return (server, connection) -> {
            server.read(connection);
            server.idle();
        };
    }

    /** Promises more than it sends. */
    public static Behaviour truncated(String status) {
        return (server, connection) -> {
            server.read(connection);
            write(connection, "HTTP/1.1 " + status + "\nContent-Type: application/json\nContent-Length: 500\n\n");
            write(connection.getOutputStream(), SESSION.substring(0, 40).getBytes(StandardCharsets.UTF_8));
        };
    }

    /** Sends a byte now and then, for ever. */
    public static Behaviour dripping(String status) {
        return (server, connection) -> {
            server.read(connection);
            write(connection, "HTTP/1.1 " + status + "\nContent-Type: application/json\nContent-Length: 100000\n\n");
            for (int i = 0; i < 100_000; i++) {
                write(connection.getOutputStream(), new byte[] {' '});
                server.idle(10);
            }
        };
    }

    /** Sends that many mebibytes of white space. */
    public static Behaviour huge(String status, int mebibytes) {
        return (server, connection) -> {
            server.read(connection);
            write(connection, "HTTP/1.1 " + status + "\nContent-Type: application/json\nConnection: close\n\n");
            byte[] mebibyte = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < mebibytes; i++) {
                write(connection.getOutputStream(), mebibyte);
            }
        };
    }

    static void write(Socket connection, String head) throws IOException {
        write(connection.getOutputStream(), head.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void write(OutputStream out, byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }
}
