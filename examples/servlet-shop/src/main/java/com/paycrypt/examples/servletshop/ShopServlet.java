package com.paycrypt.examples.servletshop;

import com.paycrypt.examples.shop.Shop;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** The shop's first page: what can be ordered. */
final class ShopServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Shop shop;
    private final transient Pages pages;

    ShopServlet(Shop shop, Pages pages) {
        this.shop = shop;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        pages.show("shop", Map.of("items", shop.items()), request, response);
    }
}
