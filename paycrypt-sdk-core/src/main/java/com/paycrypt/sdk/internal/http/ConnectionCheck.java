package com.paycrypt.sdk.internal.http;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import okhttp3.Connection;
import okhttp3.Protocol;

/**
 * Notices that a server has closed an idle connection before a request is written to it. OkHttp does so after 10 s of
 * idling, and for retrievals never; load balancers close connections sooner. HTTP/2 connections notice by themselves.
 */
final class ConnectionCheck {
    private ConnectionCheck() {}

    static boolean isClosedByServer(Connection connection) {
        return connection.protocol() != Protocol.HTTP_2
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
