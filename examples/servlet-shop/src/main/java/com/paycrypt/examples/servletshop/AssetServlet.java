package com.paycrypt.examples.servletshop;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The pages' style, script and picture. */
final class AssetServlet extends HttpServlet {
    static final Map<String, String> TYPES = Map.of(
            "/shop.css", "text/css;charset=UTF-8",
            "/shop.js", "text/javascript;charset=UTF-8",
            "/shop.svg", "image/svg+xml");

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getServletPath();
        response.setContentType(TYPES.get(name));
        try (InputStream asset = AssetServlet.class.getResourceAsStream("/static" + name)) {
            if (asset == null) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            } else {
                asset.transferTo(response.getOutputStream());
            }
        }
    }
}
