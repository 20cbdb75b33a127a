package com.paycrypt.examples.servletshop;

import com.paycrypt.examples.shop.Shop;
import com.paycrypt.sdk.servlet.PayCryptWebhookFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** The shop's own code for webhooks. The filter before it lets verified deliveries through, each once. */
final class WebhookServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Shop shop;

    WebhookServlet(Shop shop) {
        this.shop = shop;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        shop.take(PayCryptWebhookFilter.event(request));
        Json.write(response, 200, Map.of("ok", true));
    }
}
