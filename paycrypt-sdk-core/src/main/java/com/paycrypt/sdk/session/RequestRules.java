package com.paycrypt.sdk.session;

import com.paycrypt.sdk.internal.text.Violations;
import com.paycrypt.sdk.internal.text.WebUrl;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a request must be before it is worth sending. */
final class RequestRules {
    private RequestRules() {}

    static void check(PaymentSessionRequest.Builder request, Violations violations) {
        checkOrderId(request.orderId, violations);
        checkAmount(request, violations);
        checkCustomer(request, violations);
        checkNeededUrl("success_url", request.successUrl, violations);
        checkNeededUrl("cancel_url", request.cancelUrl, violations);
        checkUrl("webhook_url", request.webhookUrl, violations);
    }

    private static void checkOrderId(@Nullable String orderId, Violations violations) {
        if (orderId == null) {
            violations.add("order_id is missing: give your own id of the order");
        } else if (orderId.isBlank()) {
            violations.add("order_id is blank: give your own id of the order");
        } else {
            checkText("order_id", orderId, violations);
        }
    }

    /** Half a character has no bytes in UTF-8: what arrives would be something else. */
    private static void checkText(String field, @Nullable String text, Violations violations) {
        int half = text == null ? -1 : UnicodeText.firstHalf(text);
        if (half >= 0) {
            violations.add(field + " has half a character at position " + half
                    + " (a surrogate without its other): cut texts between characters");
        }
    }

    private static void checkAmount(PaymentSessionRequest.Builder request, Violations violations) {
        if (request.amountProblem != null) {
            violations.add(request.amountProblem);
        } else if (request.amount == null) {
            violations.add("amount is missing: give it with its currency, such as amount(\"49.00\", \"USD\")");
        } else {
            AmountRules.check(request.amount, violations);
            checkText("currency", request.amount.currency(), violations);
        }
    }

    private static void checkCustomer(PaymentSessionRequest.Builder request, Violations violations) {
        if (request.customerEmail != null && request.customerEmail.isBlank()) {
            violations.add("customer.email is blank: give an address or leave it unset");
        }
        checkText("customer.email", request.customerEmail, violations);
        for (Map.Entry<String, String> entry : request.metadata.entrySet()) {
            checkMetadata(entry.getKey(), entry.getValue(), violations);
        }
    }

    private static void checkMetadata(String name, String value, Violations violations) {
        if (name.isBlank()) {
            violations.add("metadata has a blank name: give every member a name");
        }
        checkText("a name in metadata", name, violations);
        checkText("a value in metadata", value, violations);
    }

    private static void checkNeededUrl(String field, @Nullable String url, Violations violations) {
        if (url == null) {
            violations.add(field + " is missing: give an absolute http or https URL");
        } else {
            checkUrl(field, url, violations);
        }
    }

    private static void checkUrl(String field, @Nullable String url, Violations violations) {
        if (url == null || WebUrl.isAbsolute(url)) {
            checkText(field, url, violations);
            return;
        }
        int illegal = WebUrl.firstIllegal(url);
        violations.add(
                illegal < 0
                        ? field + " is not an absolute http or https URL such as https://merchant.tld/path"
                        : field + " has a character at position " + illegal
                                + " that no URL has: encode it by percent signs, such as %20 for a blank");
    }
}
