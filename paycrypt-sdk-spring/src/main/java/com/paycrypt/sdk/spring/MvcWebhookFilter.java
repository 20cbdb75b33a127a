package com.paycrypt.sdk.spring;

import com.paycrypt.sdk.servlet.PayCryptWebhookFilter;
import com.paycrypt.sdk.webhook.ReplayGuard;
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
final class MvcWebhookFilter implements Filter {
    private static final byte[] KEPT = "{\"ok\":true}".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FAILED = "{\"error\":\"internal_error\"}".getBytes(StandardCharsets.US_ASCII);

    private final PayCryptWebhookFilter verification;
    private final WebhookPath path;
    private final MvcAdmission admission;
    private final ReplayGuard guard;

    MvcWebhookFilter(PayCryptWebhookFilter verification, WebhookPath path, MvcAdmission admission, ReplayGuard guard) {
        this.verification = verification;
        this.path = path;
        this.admission = admission;
        this.guard = guard;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http && MvcPath.isRequested(path, http)) {
            receive(request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** What a listener failed on is answered as everywhere, and not by an error page. */
    private void receive(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            verification.doFilter(request, response, admitting(chain));
        } catch (ListenerFailure failed) {
            HttpServletResponse answer = (HttpServletResponse) response;
            answer.setStatus(
                    guard.storesDeliveries()
                            ? HttpServletResponse.SC_OK
                            : HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            answer.setContentType("application/json");
            answer.getOutputStream().write(guard.storesDeliveries() ? KEPT : FAILED);
        }
    }

    /** As JSON and so in UTF-8, whatever the sender calls it: a form or a text would be read by other rules. */
    private FilterChain admitting(FilterChain chain) {
        return (request, response) -> {
            request.setCharacterEncoding(StandardCharsets.UTF_8.name());
            admission.admit((HttpServletRequest) request, (HttpServletResponse) response);
            chain.doFilter(new JsonRequest((HttpServletRequest) request), response);
        };
    }
}
