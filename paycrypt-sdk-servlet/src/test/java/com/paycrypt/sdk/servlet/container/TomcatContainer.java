package com.paycrypt.sdk.servlet.container;

import jakarta.servlet.ServletContainerInitializer;
import java.nio.file.Files;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http2.Http2Protocol;
import org.apache.tomcat.util.descriptor.web.ErrorPage;

/** Tomcat 10.1 and 11. */
final class TomcatContainer implements Container {
    private final Tomcat tomcat = new Tomcat();

    TomcatContainer(ServletContainerInitializer application, ErrorPages errors) throws Exception {
        String directory = Files.createTempDirectory("tomcat").toString();
        tomcat.setBaseDir(directory);
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getConnector().addUpgradeProtocol(new Http2Protocol());
        Context context = tomcat.addContext("", directory);
        context.addServletContainerInitializer(application, Set.of());
        errors.byStatus().forEach((status, path) -> context.addErrorPage(page(status, path)));
        tomcat.start();
    }

    private static ErrorPage page(int status, String path) {
        ErrorPage page = new ErrorPage();
        page.setErrorCode(status);
        page.setLocation(path);
        return page;
    }

    @Override
    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }
}
