package com.paycrypt.sdk.servlet.container;

import jakarta.servlet.ServletContainerInitializer;
import java.nio.file.Files;
import java.util.Set;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http2.Http2Protocol;

/** Tomcat 10.1 and 11. */
final class TomcatContainer implements Container {
    private final Tomcat tomcat = new Tomcat();

    TomcatContainer(ServletContainerInitializer application) throws Exception {
        String directory = Files.createTempDirectory("tomcat").toString();
        tomcat.setBaseDir(directory);
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getConnector().addUpgradeProtocol(new Http2Protocol());
        tomcat.addContext("", directory).addServletContainerInitializer(application, Set.of());
        tomcat.start();
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
