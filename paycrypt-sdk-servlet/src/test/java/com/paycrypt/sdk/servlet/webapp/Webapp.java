package com.paycrypt.sdk.servlet.webapp;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** The web application of this package as it is deployed, in Tomcat. */
final class Webapp {
    private static final List<Class<?>> CLASSES = List.of(
            AnnotatedFilter.class,
            AnnotatedOrderServlet.class,
            AnnotatedWebhookServlet.class,
            OrderServlet.class,
            Orders.class);

    private final Tomcat tomcat = new Tomcat();

    Webapp(Path directory) throws Exception {
        Path shop = directory.resolve("shop");
        layOut(shop.resolve("WEB-INF"));
        tomcat.setBaseDir(directory.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.setAddDefaultWebXmlToWebapp(false);
        Context context = tomcat.addWebapp("", shop.toString());
        context.getJarScanner().setJarScanFilter((type, jar) -> false);
        tomcat.start();
    }

    private static void layOut(Path webInf) throws IOException, URISyntaxException {
        Path classes = Files.createDirectories(webInf.resolve("classes/com/paycrypt/sdk/servlet/webapp"));
        for (Class<?> type : CLASSES) {
            String file = type.getSimpleName() + ".class";
            Files.copy(resource(file), classes.resolve(file));
        }
        Files.copy(resource("/webapp/WEB-INF/web.xml"), webInf.resolve("web.xml"));
    }

    private static Path resource(String name) throws URISyntaxException {
        URL found = Objects.requireNonNull(Webapp.class.getResource(name), name);
        return Path.of(found.toURI());
    }

    String url(String path) {
        return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + path;
    }

    void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }
}
