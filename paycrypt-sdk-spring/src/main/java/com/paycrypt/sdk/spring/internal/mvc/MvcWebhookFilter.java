package com.paycrypt.sdk.spring.internal.mvc;

import com.paycrypt.sdk.servlet.PayCryptWebhookFilter;
import com.paycrypt.sdk.spring.internal.webhook.Denial;
import com.paycrypt.sdk.spring.internal.webhook.WebhookPath;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Sends what is routed to the webhook path through the verification, and admits what passed it. */
public final class MvcWebhookFilter implements Filter {
    private final PayCryptWebhookFilter verification;
    private final WebhookPath path;
    private final MvcAdmission admission;

    public MvcWebhookFilter(PayCryptWebhookFilter verification, WebhookPath path, MvcAdmission admission) {
        this.verification = verification;
        this.path = path;
        this.admission = admission;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http && MvcPath.isRequested(path, http)) {
            verification.doFilter(request, response, admitting(chain));
        } else {
            chain.doFilter(request, response);
        }
    }

    /** As JSON and so in UTF-8, whatever the sender calls it: a form or a text would be read by other rules. */
    private FilterChain admitting(FilterChain chain) {
        return (request, response) -> {
            request.setCharacterEncoding(StandardCharsets.UTF_8.name());
            admission.admit((HttpServletRequest) request, (HttpServletResponse) response);
            chain.doFilter(new JsonRequest((HttpServletRequest) request), response);
            Denial.of(((HttpServletResponse) response).getStatus())
                    .ifPresent(denial -> MvcDelivery.failed((HttpServletRequest) request, denial));
        };
    }
}
