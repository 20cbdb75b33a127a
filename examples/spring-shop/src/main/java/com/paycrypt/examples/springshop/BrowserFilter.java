package com.paycrypt.examples.springshop;

import com.paycrypt.examples.shop.BrowserPolicy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Applies the shop's policy for browsers to every request. */
@Component
class BrowserFilter extends OncePerRequestFilter {
    private final BrowserPolicy policy;

    BrowserFilter(BrowserPolicy policy) {
        this.policy = policy;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
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
                request.getHeader(HttpHeaders.ORIGIN),
                request.getHeader(HttpHeaders.HOST));
    }
}
