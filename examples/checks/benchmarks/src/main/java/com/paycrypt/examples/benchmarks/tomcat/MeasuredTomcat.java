package com.paycrypt.examples.benchmarks.tomcat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** Tomcat with a shop behind the filter and one that verifies by hand, and what its threads have spent. */
final class MeasuredTomcat implements AutoCloseable {
    private static final String PAID = "payment.succeeded";
    private static final ObjectReader READER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(Event.class);
    private static final int MORE_THAN_A_RUN_SENDS = 2_000_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Tomcat tomcat = new Tomcat();

    MeasuredTomcat(String key, String secret) throws Exception {
        String directory = Files.createTempDirectory("tomcat").toString();
        tomcat.setBaseDir(directory);
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
        tomcat.getConnector().setProperty("minSpareThreads", "1");
        tomcat.getConnector().setProperty("maxThreads", "1");
        Context context = tomcat.addContext("", directory);
        Credentials credentials = Credentials.of(key, secret);
        Tomcat.addServlet(context, "verified", new VerifiedByHand(key, secret, body -> true))
                .addMapping("/verified");
        Tomcat.addServlet(context, "bound", new VerifiedByHand(key, secret, MeasuredTomcat::isPaid))
                .addMapping("/bound");
        deploy(context, credentials);
        tomcat.start();
    }

    private static void deploy(Context context, Credentials credentials) {
        Tomcat.addServlet(context, "shop", new Shop()).addMapping("/filtered");
        FilterDef filter = new FilterDef();
        filter.setFilterName("paycrypt");
        filter.setFilter(new PayCryptWebhookFilter(WebhookReceiver.builder(credentials)
                .replayGuard(ReplayGuard.inMemory(MORE_THAN_A_RUN_SENDS))
                .build()));
        context.addFilterDef(filter);
        FilterMap mapping = new FilterMap();
        mapping.setFilterName("paycrypt");
        mapping.addURLPattern("/filtered");
        context.addFilterMap(mapping);
    }

    private static boolean isPaid(byte[] body) throws IOException {
        Event event = READER.readValue(body);
        return event.type.equals(PAID);
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

    /** The shop's code: it takes the event and answers 200. */
    private static final class Shop extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) {
            boolean paid = PayCryptWebhookFilter.event(request).type().equals(PAID);
            response.setStatus(paid ? 200 : 400);
            response.setContentLength(0);
        }
    }

    /** What a merchant would bind an event to. */
    public record Event(String type, String id, Data data) {}

    /** Its data. */
    public record Data(Payment object) {}

    /** Its payment. */
    public record Payment(String order_id, BigDecimal fiat_amount, String fiat_currency, String status) {}
}
