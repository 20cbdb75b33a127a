package com.paycrypt.examples.benchmarks.tomcat;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.servlet.PayCryptWebhookFilter;
import com.paycrypt.sdk.webhook.ReplayGuard;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import com.sun.management.ThreadMXBean;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** Tomcat with one servlet at {@code /plain} and {@code /filtered}, and what its threads have spent. */
final class MeasuredTomcat implements AutoCloseable {
    private static final int MORE_THAN_A_RUN_SENDS = 2_000_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Tomcat tomcat = new Tomcat();

    MeasuredTomcat(Credentials credentials) throws Exception {
        String directory = Files.createTempDirectory("tomcat").toString();
        tomcat.setBaseDir(directory);
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
        tomcat.getConnector().setProperty("minSpareThreads", "1");
        tomcat.getConnector().setProperty("maxThreads", "1");
        deploy(tomcat.addContext("", directory), credentials);
        tomcat.start();
    }

    private static void deploy(Context context, Credentials credentials) {
        Wrapper reader = Tomcat.addServlet(context, "reader", new Reader());
        reader.addMapping("/plain");
        reader.addMapping("/filtered");
        FilterDef filter = new FilterDef();
        filter.setFilterName("paycrypt");
        filter.setFilter(new PayCryptWebhookFilter(WebhookReceiver.builder(credentials)
                .replayGuard(ReplayGuard.inMemory(MORE_THAN_A_RUN_SENDS, Clock.systemUTC()))
                .build()));
        context.addFilterDef(filter);
        FilterMap mapping = new FilterMap();
        mapping.setFilterName("paycrypt");
        mapping.addURLPattern("/filtered");
        context.addFilterMap(mapping);
    }

    int port() {
        return tomcat.getConnector().getLocalPort();
    }

    /** Of the threads that serve requests, since they began. */
    Cost spent() {
        List<Thread> serving = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("-exec-"))
                .toList();
        double nanos = 0;
        double bytes = 0;
        for (Thread thread : serving) {
            nanos += threads.getThreadCpuTime(thread.getId());
            bytes += threads.getThreadAllocatedBytes(thread.getId());
        }
        return new Cost(nanos / 1000, bytes);
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    /** The shop's code: it reads the body and answers 200. */
    private static final class Reader extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.getInputStream().readAllBytes();
            response.setContentLength(0);
        }
    }
}
