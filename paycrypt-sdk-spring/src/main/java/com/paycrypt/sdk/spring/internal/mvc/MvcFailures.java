package com.paycrypt.sdk.spring.internal.mvc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Records the exception of a controller as the failure of its delivery, before the application's exception handlers
 * respond to it: one that responds with 200 means well by a browser, and has handled no payment.
 */
public final class MvcFailures implements HandlerExceptionResolver, Ordered {
    /** A resolver that resolves nothing. */
    public MvcFailures() {}

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        MvcDelivery.failed(request, failure);
        return null;
    }
}
