package com.paycrypt.sdk.spring;

import com.paycrypt.sdk.servlet.PayCryptWebhookFilter;
import com.paycrypt.sdk.webhook.WebhookEvent;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Fills a {@link WebhookEvent} parameter from the verified delivery, and from nothing else: 400 where there is none. */
final class MvcEventResolver implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return fills(parameter);
    }

    static boolean fills(MethodParameter parameter) {
        return parameter.getParameterType() == WebhookEvent.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws ServletRequestBindingException {
        HttpServletRequest http = request.getNativeRequest(HttpServletRequest.class);
        try {
            return PayCryptWebhookFilter.event(Objects.requireNonNull(http));
        } catch (IllegalStateException unverified) {
            throw new ServletRequestBindingException("No verified PayCrypt delivery");
        }
    }
}
