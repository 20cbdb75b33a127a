package com.paycrypt.sdk.spring.internal.webhook;

import com.paycrypt.sdk.webhook.WebhookInbox;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * All places where deliveries come in.
 *
 * @param all one for each merchant
 */
public record WebhookEndpoints(List<WebhookEndpoint> all) {
    /**
     * Finds the endpoint of a request.
     *
     * @param isRequested whether the request is for a path
     * @return the endpoint, if it is for one
     */
    public Optional<WebhookEndpoint> find(Predicate<WebhookPath> isRequested) {
        return all.stream().filter(each -> isRequested.test(each.path())).findFirst();
    }

    /**
     * Returns the inboxes.
     *
     * @return the inboxes by merchant, in the order of the endpoints
     */
    public Map<String, WebhookInbox> inboxes() {
        Map<String, WebhookInbox> inboxes = new LinkedHashMap<>();
        for (WebhookEndpoint each : all) {
            WebhookInbox inbox = each.inbox();
            if (inbox != null) {
                inboxes.put(each.merchant(), inbox);
            }
        }
        return inboxes;
    }

    /** Whether nothing but these paths leads to a mapping with these patterns. */
    boolean areAllOf(Collection<String> patterns) {
        return !patterns.isEmpty()
                && patterns.stream()
                        .allMatch(pattern ->
                                all.stream().anyMatch(each -> each.path().isMappedBy(pattern)));
    }

    /** Names the paths. */
    @Override
    public String toString() {
        return all.stream().map(each -> each.path().toString()).collect(Collectors.joining(", "));
    }
}
