package com.paycrypt.sdk.servlet.container;

import jakarta.servlet.ServletContainerInitializer;
import org.eclipse.jetty.ee10.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;

/** Jetty 12.0 and 12.1 with Jakarta EE 10. */
final class JettyEe10Container implements Container {
    private final JettyServer server = new JettyServer();

    JettyEe10Container(ServletContainerInitializer application, ErrorPages errors) throws Exception {
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
