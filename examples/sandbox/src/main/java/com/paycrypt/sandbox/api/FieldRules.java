package com.paycrypt.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paycrypt.sandbox.model.Dialect;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The types of a create's fields, and URLs that a customer or a webhook can be sent to. */
final class FieldRules {
    private static final int MAX_URL = 2048;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final ObjectNode json;
    private final Dialect dialect;
    private final List<String> violations = new ArrayList<>();

    FieldRules(ObjectNode json, Dialect dialect) {
        this.json = json;
        this.dialect = dialect;
    }

    List<String> violations() {
        check("order_id", JsonNode::isTextual);
        check("currency", JsonNode::isTextual);
        check("customer", FieldRules::isCustomer);
        check("metadata", metadata -> metadata.isObject() || dialect.isSeenRunning());
        check("success_url", FieldRules::isUrl);
        check("cancel_url", FieldRules::isUrl);
        check("webhook_url", url -> isUrl(url) || isBlank(url));
        return violations;
    }

    /** What is not there is not wrong: whether it is needed has been checked before. */
    private void check(String field, Predicate<JsonNode> rule) {
        JsonNode value = json.path(field);
        if (!value.isMissingNode() && !value.isNull() && !rule.test(value)) {
            violations.add(field);
        }
    }

    private static boolean isBlank(JsonNode value) {
        return value.isTextual() && value.textValue().isBlank();
    }

    private static boolean isCustomer(JsonNode customer) {
        JsonNode email = customer.path("email");
        return customer.isObject() && (email.isTextual() || email.isMissingNode() || email.isNull());
    }

    /** Absolute http and https alone: a {@code javascript:} URL would run in the checkout page. */
    private static boolean isUrl(JsonNode value) {
        try {
            URI url = new URI(value.asText());
            return value.isTextual()
                    && value.textValue().length() <= MAX_URL
                    && url.getHost() != null
                    && url.getPort() != 0
                    && url.getPort() <= 65_535
                    && SCHEMES.contains(url.getScheme());
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
