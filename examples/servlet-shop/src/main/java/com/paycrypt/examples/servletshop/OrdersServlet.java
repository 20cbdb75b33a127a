package com.paycrypt.examples.servletshop;

import com.paycrypt.examples.shop.Order;
import com.paycrypt.examples.shop.Shop;
import com.paycrypt.sdk.error.PayCryptException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Takes orders, sends customers to the checkout, and shows where an order stands. */
final class OrdersServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String CHECKOUT = "/checkout";

    private final transient Shop shop;

    OrdersServlet(Shop shop) {
        this.shop = shop;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Order> order = shop.find(path(request));
        if (order.isEmpty()) {
            Json.write(response, 404, Map.of("error", "no such order"));
        } else {
            Json.write(response, 200, shown(order.get()));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Order> order = orderToPay(request);
        if (order.isEmpty()) {
            Json.write(response, 404, Map.of("error", "no such order or item"));
        } else {
            sendToCheckout(order.get(), request, response);
        }
    }

    private Optional<Order> orderToPay(HttpServletRequest request) {
        String path = path(request);
        if (path.isEmpty()) {
            return shop.order(Objects.requireNonNullElse(request.getParameter("item"), ""));
        }
        return path.endsWith(CHECKOUT)
                ? shop.find(path.substring(0, path.length() - CHECKOUT.length()))
                : Optional.empty();
    }

    private void sendToCheckout(Order order, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            URI address = URI.create("http://127.0.0.1:" + request.getLocalPort());
            response.setStatus(303);
            response.setHeader("Location", shop.checkout(order, address).toString());
        } catch (PayCryptException e) {
            getServletContext().log("no session for " + order.id() + ": " + e.getMessage());
            Json.write(response, 502, Map.of("error", "the checkout is not available, try again", "order", order.id()));
        }
    }

    private static String path(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path == null || path.equals("/") ? "" : path.substring(1);
    }

    private static Map<String, String> shown(Order order) {
        return Map.of(
                "id",
                order.id(),
                "total",
                order.total().toString(),
                "state",
                order.state().name());
    }
}
