package com.paycrypt.sdk.servlet.container;

import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** What the Jakarta EE versions of Jetty have in common. */
final class JettyServer {
    private final Server server = new Server();
    private final ServerConnector connector;

    JettyServer() {
        HttpConfiguration http = new HttpConfiguration();
        connector =
                new ServerConnector(server, new HttpConnectionFactory(http), new HTTP2CServerConnectionFactory(http));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
    }

    void start(Handler application) throws Exception {
        server.setHandler(application);
        server.start();
    }

    int port() {
        return connector.getLocalPort();
    }

    void stop() throws Exception {
        server.stop();
    }
}
