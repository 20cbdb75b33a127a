package com.paycrypt.sdk.servlet;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.servlet.container.Container;
import com.paycrypt.sdk.servlet.http.Delivery;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A shop in a real container: what is registered, in that order, and the orders that reached its code. */
final class Deployment implements BeforeAllCallback, AfterAllCallback {
    static final Credentials CREDENTIALS = Credentials.of("pk_test_1", "sk_test_1");
    static final int LIMIT = 4096;

    private final List<Consumer<ServletContext>> registrations = new ArrayList<>();
    private final ConcurrentLinkedQueue<String> reached = new ConcurrentLinkedQueue<>();
    private final AtomicInteger names = new AtomicInteger();
    private final Map<Integer, String> errorPages = new HashMap<>();
    private @Nullable Container container;

    static WebhookReceiver receiver() {
        return WebhookReceiver.builder(CREDENTIALS).maxBodySize(LIMIT).build();
    }

    /** The filter as the guide maps it. */
    Deployment filter(String pattern) {
        return filter(new PayCryptWebhookFilter(receiver()), EnumSet.of(DispatcherType.REQUEST), pattern);
    }

    Deployment filter(Filter filter, Set<DispatcherType> dispatches, String pattern) {
        registrations.add(context -> {
            FilterRegistration.Dynamic added = context.addFilter("filter" + names.incrementAndGet(), filter);
            added.setAsyncSupported(true);
            added.addMappingForUrlPatterns(EnumSet.copyOf(dispatches), true, pattern);
        });
        return this;
    }

    Deployment code(String pattern, Code code) {
        return servlet(pattern, new CodeServlet(code));
    }

    Deployment servlet(String pattern, Servlet servlet) {
        registrations.add(context -> {
            ServletRegistration.Dynamic added = context.addServlet("servlet" + names.incrementAndGet(), servlet);
            added.setAsyncSupported(true);
            added.addMapping(pattern);
        });
        return this;
    }

    /** Where a request goes on that was answered with this status. */
    Deployment errorPage(int status, String path) {
        errorPages.put(status, path);
        return this;
    }

    Deployment context(Consumer<ServletContext> registration) {
        registrations.add(registration);
        return this;
    }

    /** The shop's code took an event. */
    void reach(HttpServletRequest request) {
        reached.add(PayCryptWebhookFilter.event(request).payment().orderId().orElseThrow());
    }

    void reach(String orderId) {
        reached.add(orderId);
    }

    long timesReached(String orderId) {
        return reached.stream().filter(orderId::equals).count();
    }

    static Delivery delivery(String orderId) {
        return Delivery.ofOrder(orderId, CREDENTIALS, Clock.systemUTC());
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    int port() {
        if (container == null) {
            throw new IllegalStateException("not started");
        }
        return container.port();
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        container = Container.start(initializer(), new Container.ErrorPages(errorPages));
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        if (container != null) {
            container.close();
        }
    }

    private ServletContainerInitializer initializer() {
        return (types, context) -> registrations.forEach(registration -> registration.accept(context));
    }

    /** What a shop does with a request. */
    @FunctionalInterface
    interface Code {
        void serve(HttpServletRequest request, HttpServletResponse response) throws Exception;
    }

    /** A servlet of the shop. */
    private static final class CodeServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        private final transient Code code;

        CodeServlet(Code code) {
            this.code = code;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            try {
                code.serve(request, response);
            } catch (IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
