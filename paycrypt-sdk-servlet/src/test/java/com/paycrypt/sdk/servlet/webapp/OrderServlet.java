package com.paycrypt.sdk.servlet.webapp;

// region behind-the-filter
import com.paycrypt.sdk.money.Money;
import com.paycrypt.sdk.servlet.PayCryptWebhookFilter;
import com.paycrypt.sdk.webhook.WebhookEvent;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Handles verified deliveries, each of them once. */
public class OrderServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        WebhookEvent event = PayCryptWebhookFilter.event(request);
        if (event.payment().matches("ORD-123", Money.of("49.00", "USD"))) {
            response.getWriter().print("shipped");
        }
    }
}
// endregion
