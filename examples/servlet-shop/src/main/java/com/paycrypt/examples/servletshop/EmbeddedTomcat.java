package com.paycrypt.examples.servletshop;

import jakarta.servlet.ServletContainerInitializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.descriptor.web.ErrorPage;

/** A Tomcat on the loopback address, with what the shop puts into it. */
final class EmbeddedTomcat implements AutoCloseable {
    /** Held, since the logging system forgets the level of a logger without references. */
    private static final Logger LIFECYCLE = Logger.getLogger("org.apache");

    private final Tomcat tomcat = new Tomcat();
    private final Path workDirectory;

    EmbeddedTomcat(int port, ServletContainerInitializer application) throws IOException {
        this.workDirectory = Files.createTempDirectory("servlet-shop");
        tomcat.setBaseDir(workDirectory.toString());
        tomcat.setConnector(connector(port));
        tomcat.getHost().getPipeline().addValve(plainErrors());
        Context context = tomcat.addContext("", null);
        context.addServletContainerInitializer(application, Set.of());
        context.addErrorPage(errorPage());
    }

    private static Connector connector(int port) {
        Connector connector = new Connector();
        connector.setPort(port);
        connector.setProperty("address", "127.0.0.1");
        connector.setThrowOnFailure(true);
        return connector;
    }

    /** Error pages without exceptions and version, which are of no use outside. */
    private static ErrorReportValve plainErrors() {
        ErrorReportValve errors = new ErrorReportValve();
        errors.setShowReport(false);
        errors.setShowServerInfo(false);
        return errors;
    }

    private static ErrorPage errorPage() {
        ErrorPage page = new ErrorPage();
        page.setLocation(ErrorServlet.PATH);
        return page;
    }

    void start() throws LifecycleException {
        LIFECYCLE.setLevel(Level.WARNING);
        tomcat.start();
    }

    int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
            delete(workDirectory);
        } catch (LifecycleException e) {
            throw new IllegalStateException("Tomcat does not stop", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
