package com.paycrypt.examples.servletshop;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;

/** The page for whatever failed. It shows the status, and nothing of the failure. */
final class ErrorServlet extends HttpServlet {
    static final String PATH = "/error";

    private static final long serialVersionUID = 1L;

    private final transient Pages pages;

    ErrorServlet(Pages pages) {
        this.pages = pages;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = (Integer) Objects.requireNonNullElse(
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE), HttpServletResponse.SC_NOT_FOUND);
        response.setStatus(status);
        String page = status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR ? "error/4xx" : "error/5xx";
        pages.show(page, Map.of("status", status), request, response);
    }
}
