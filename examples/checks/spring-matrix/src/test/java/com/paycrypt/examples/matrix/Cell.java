package com.paycrypt.examples.matrix;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** What this run of the tests has on its class path, as the build asked for it. */
final class Cell {
    static final String BOOT = System.getProperty("cell.boot");
    static final String STACK = System.getProperty("cell.stack");
    static final String SERVER = System.getProperty("cell.server");

    /** The package of the Jackson that renders what controllers return. */
    static final String JSON = System.getProperty("cell.json");

    static final List<String> WITHOUT = Arrays.stream(
                    System.getProperty("cell.without", "").split(" "))
            .filter(part -> !part.isEmpty())
            .toList();

    /** One class of each part that a cell may lack. */
    static final Map<String, String> PARTS = Map.of(
            "security", "org.springframework.security.web.FilterChainProxy",
            "actuator", "io.micrometer.core.instrument.MeterRegistry",
            "stores", "org.h2.Driver",
            "jpa", "org.hibernate.Session",
            "webflux", "org.springframework.web.reactive.DispatcherHandler",
            "mvc", "org.springframework.web.servlet.DispatcherServlet");

    static final Map<String, String> SERVERS = Map.of(
            "tomcat", "org.apache.catalina.startup.Tomcat",
            "jetty", "org.eclipse.jetty.server.Server",
            "netty", "reactor.netty.http.server.HttpServer");

    private Cell() {}

    static boolean has(String part) {
        return !WITHOUT.contains(part);
    }

    static boolean isOnClassPath(String type) {
        return Cell.class.getClassLoader().getResource(type.replace('.', '/') + ".class") != null;
    }

    static void assumeWeb() {
        Assumptions.assumeTrue(!STACK.equals("none"), "this cell has no web stack");
    }

    static void assumeStack(String stack) {
        Assumptions.assumeTrue(STACK.equals(stack), () -> "this cell is not of " + stack);
    }

    static void assumeWithout(String part) {
        Assumptions.assumeTrue(!has(part), () -> "this cell has " + part);
    }

    static void assume(String part) {
        Assumptions.assumeTrue(has(part), () -> "this cell is without " + part);
    }
}
