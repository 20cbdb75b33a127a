package com.paycrypt.examples.documentation;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.servlet.PayCryptWebhookFilter;
import com.paycrypt.sdk.webhook.WebhookEvent;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.function.Consumer;

/** Receives webhooks in a servlet container, as the README shows it. */
final class ServletProgram {
    private ServletProgram() {}

    static void register(ServletContext context, Credentials credentials, Consumer<String> orders) {
        // region filter
        FilterRegistration.Dynamic filter = context.addFilter("paycrypt", new PayCryptWebhookFilter(credentials));
        filter.setAsyncSupported(true);
        filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/api/paycrypt/webhook");
        // endregion
        context.addServlet("webhook", new WebhookServlet(orders)).addMapping("/api/paycrypt/webhook");
    }

    static final class WebhookServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        private final transient Consumer<String> orders;

        WebhookServlet(Consumer<String> orders) {
            this.orders = orders;
        }

        // region servlet
        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) {
            WebhookEvent event = PayCryptWebhookFilter.event(request); // verified, and not seen before
            orders.accept(event.type() + " " + event.payment().orderId().orElse("?"));
        }
        // endregion
    }
}
