package com.paycrypt.sdk.servlet.container;

import jakarta.servlet.ServletContainerInitializer;
import java.util.Map;

/** A real servlet container on a free port of the loopback, HTTP/1.1 and HTTP/2 on the same one. */
public interface Container {
    int port();

    void close() throws Exception;

    /** Starts the one this JVM has on its class path: the build runs the tests once for each. */
    static Container start(ServletContainerInitializer application, ErrorPages errors) throws Exception {
        String name = System.getProperty("paycrypt.container", "tomcat");
        return switch (name) {
            case "tomcat" -> new TomcatContainer(application, errors);
            case "jetty-ee10" -> new JettyEe10Container(application, errors);
            case "jetty-ee11" -> new JettyEe11Container(application, errors);
            case "undertow" -> new UndertowContainer(application, errors);
            default -> throw new IllegalArgumentException("no container is called " + name);
        };
    }

    /** Paths that a request is dispatched to when it was answered with an error. */
    record ErrorPages(Map<Integer, String> byStatus) {
        public ErrorPages {
            byStatus = Map.copyOf(byStatus);
        }
    }
}
