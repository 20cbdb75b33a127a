package com.paycrypt.sdk.internal.http;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.Connection;
import okhttp3.Protocol;

/**
 * Notices that a server has closed an idle connection before a request is written to it. OkHttp does so after 10 s of
 * idling, and for retrievals never; load balancers close connections sooner. HTTP/2 connections notice by themselves.
 */
final class ConnectionCheck {
    /** A busy connection is not worth the millisecond that looking takes. */
    private static final long MIN_IDLE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Map<Connection, Long> lastUsed = Collections.synchronizedMap(new WeakHashMap<>());

    /** Remembers that the connection works. */
    void used(Connection connection, long now) {
        lastUsed.put(connection, now);
    }

    /** Whether the connection was idle and the server has closed it. */
    boolean isClosedByServer(Connection connection, long now) {
        Long last = lastUsed.get(connection);
        return last != null
                && now - last >= MIN_IDLE_NANOS
                && connection.protocol() != Protocol.HTTP_2
                && connection.protocol() != Protocol.H2_PRIOR_KNOWLEDGE
                && isReadable(connection.socket());
    }

    /** What can be read before a request is the end of the stream, or nothing that a request should be answered by. */
    private static boolean isReadable(Socket socket) {
        try {
            int timeout = socket.getSoTimeout();
            try {
                socket.setSoTimeout(1);
                int unused = socket.getInputStream().read();
                return true;
            } finally {
                socket.setSoTimeout(timeout);
            }
        } catch (SocketTimeoutException alive) {
            return false;
        } catch (IOException dead) {
            return true;
        }
    }
}
