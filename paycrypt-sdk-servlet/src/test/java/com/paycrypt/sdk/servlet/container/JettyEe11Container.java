package com.paycrypt.sdk.servlet.container;

import jakarta.servlet.ServletContainerInitializer;
import org.eclipse.jetty.ee11.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;

/** Jetty 12.1 with Jakarta EE 11. */
final class JettyEe11Container implements Container {
    private final JettyServer server = new JettyServer();

    JettyEe11Container(ServletContainerInitializer application, ErrorPages errors) throws Exception {
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServletContainerInitializer(application);
        ErrorPageErrorHandler pages = new ErrorPageErrorHandler();
        errors.byStatus().forEach(pages::addErrorPage);
        context.setErrorHandler(pages);
        server.start(context);
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
