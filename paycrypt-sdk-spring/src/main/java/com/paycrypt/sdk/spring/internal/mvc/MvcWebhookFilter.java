package com.paycrypt.sdk.spring.internal.mvc;

import com.paycrypt.sdk.servlet.PayCryptWebhookFilter;
import com.paycrypt.sdk.spring.internal.webhook.DeliveryMdc;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends what is routed to the webhook path through the verification, and admits what passed it. */
public final class MvcWebhookFilter implements Filter {
    private final Map<WebhookPath, PayCryptWebhookFilter> verifications;
    private final MvcAdmission admission;

    /**
     * A filter for every request.
     *
     * @param verifications what verifies the deliveries on each path
     * @param admission lets verified deliveries through the filters that follow
     */
    public MvcWebhookFilter(Map<WebhookPath, PayCryptWebhookFilter> verifications, MvcAdmission admission) {
        this.verifications = verifications;
        this.admission = admission;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        WebhookPath path = request instanceof HttpServletRequest http ? requested(http) : null;
        PayCryptWebhookFilter verification = path == null ? null : verifications.get(path);
        if (path == null || verification == null) {
            chain.doFilter(request, response);
        } else {
            verification.doFilter(request, response, admitting(path, chain));
        }
    }

    private @Nullable WebhookPath requested(HttpServletRequest request) {
        return verifications.keySet().stream()
                .filter(path -> MvcPath.isRequested(path, request))
                .findFirst()
                .orElse(null);
    }

    /** As JSON and so in UTF-8, whatever the sender calls it: a form or a text would be read by other rules. */
    private FilterChain admitting(WebhookPath path, FilterChain chain) {
        return (request, response) -> {
            MvcDelivery.verifiedOn(path, (HttpServletRequest) request);
            request.setCharacterEncoding(StandardCharsets.UTF_8.name());
            admission.admit((HttpServletRequest) request, (HttpServletResponse) response);
            DeliveryMdc mdc = DeliveryMdc.open(PayCryptWebhookFilter.event((HttpServletRequest) request));
            try {
                chain.doFilter(new JsonRequest((HttpServletRequest) request), response);
            } finally {
                mdc.close();
            }
            Denial.of(((HttpServletResponse) response).getStatus())
                    .ifPresent(denial -> MvcDelivery.failed((HttpServletRequest) request, denial));
        };
    }
}
