package com.paycrypt.examples.servletshop;

import com.paycrypt.examples.shop.BrowserPolicy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Applies the shop's policy for browsers to every request. */
final class BrowserFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient BrowserPolicy policy;

    BrowserFilter(BrowserPolicy policy) {
        this.policy = policy;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        policy.headers().forEach(response::setHeader);
        if (isAllowed(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private boolean isAllowed(HttpServletRequest request) {
        return policy.allows(
                request.getMethod(),
                request.getHeader("Sec-Fetch-Site"),
                request.getHeader("Origin"),
                request.getHeader("Host"));
    }
}
