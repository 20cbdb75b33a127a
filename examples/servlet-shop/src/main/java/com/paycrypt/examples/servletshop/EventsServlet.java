package com.paycrypt.examples.servletshop;

import com.paycrypt.examples.shop.Shop;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lists the webhooks that reached the shop. */
final class EventsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Shop shop;

    EventsServlet(Shop shop) {
        this.shop = shop;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Json.write(response, 200, shop.events());
    }
}
