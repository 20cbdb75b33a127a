package com.paycrypt.sdk.servlet.container;

import jakarta.servlet.ServletContainerInitializer;

/** A real servlet container on a free port of the loopback, HTTP/1.1 and HTTP/2 on the same one. */
public interface Container {
    int port();

    void close() throws Exception;

    /** Starts the one this JVM has on its class path: the build runs the tests once for each. */
    static Container start(ServletContainerInitializer application) throws Exception {
        String name = System.getProperty("paycrypt.container", "tomcat");
        return switch (name) {
            case "tomcat" -> new TomcatContainer(application);
            case "jetty-ee10" -> new JettyEe10Container(application);
            case "jetty-ee11" -> new JettyEe11Container(application);
            case "undertow" -> new UndertowContainer(application);
            default -> throw new IllegalArgumentException("no container is called " + name);
        };
    }
}
