package com.paycrypt.examples.servletshop;

import com.paycrypt.examples.shop.Order;
import com.paycrypt.examples.shop.Shop;
import com.paycrypt.sdk.error.PayCryptException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Takes orders, shows them, and sends customers to the checkout. */
final class OrdersServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String CHECKOUT = "/checkout";

    private final transient Shop shop;
    private final transient Pages pages;

    OrdersServlet(Shop shop, Pages pages) {
        this.shop = shop;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = path(request);
        if (id.isEmpty()) {
            pages.show("orders", Map.of("orders", shop.newest(), "attention", shop.attention()), request, response);
            return;
        }
        Optional<Order> order = shop.find(id);
        if (order.isPresent()) {
            pages.show("order", Map.of("order", order.get()), request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = path(request);
        if (path.isEmpty()) {
            order(request, response);
        } else if (path.endsWith(CHECKOUT)) {
            checkout(path.substring(0, path.length() - CHECKOUT.length()), response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void order(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Order> order = shop.order(Objects.requireNonNullElse(request.getParameter("item"), ""));
        if (order.isPresent()) {
            seeOther(page(order.get()), response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void checkout(String id, HttpServletResponse response) throws IOException {
        Optional<Order> order = shop.find(id);
        if (order.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!order.get().isPayable()) {
            seeOther(page(order.get()), response);
        } else {
            sendToCheckout(order.get(), response);
        }
    }

    private void sendToCheckout(Order order, HttpServletResponse response) throws IOException {
        try {
            seeOther(shop.checkout(order).toString(), response);
        } catch (PayCryptException e) {
            getServletContext().log(order.id() + " cannot be paid now: " + e.getMessage());
            response.sendError(HttpServletResponse.SC_BAD_GATEWAY);
        }
    }

    private static void seeOther(String location, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", location);
    }

    private static String page(Order order) {
        return "/orders/" + order.id();
    }

    private static String path(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path == null || path.equals("/") ? "" : path.substring(1);
    }
}
