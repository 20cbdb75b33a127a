package com.paycrypt.examples.cli;

import com.paycrypt.sdk.session.PaymentSessionRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that describe a payment session. */
final class SessionOptions {
    @Option(names = "--order-id", required = true, paramLabel = "ID", description = "the shop's own name for the order")
    private String orderId = "";

    @Option(names = "--amount", required = true, paramLabel = "AMOUNT", description = "a plain decimal, such as 49.00")
    private String amount = "";

    @Option(names = "--currency", required = true, paramLabel = "CODE", description = "such as USD")
    private String currency = "";

    @Option(
            names = "--success-url",
            required = true,
            paramLabel = "URL",
            description = "where the customer goes after paying")
    private String successUrl = "";

    @Option(
            names = "--cancel-url",
            required = true,
            paramLabel = "URL",
            description = "where the customer goes after giving up")
    private String cancelUrl = "";

    @Option(names = "--webhook-url", paramLabel = "URL", description = "where PayCrypt sends the events of the payment")
    private @Nullable String webhookUrl;

    @Option(names = "--customer-email", paramLabel = "EMAIL", description = "the customer's address")
    private @Nullable String customerEmail;

    @Option(
            names = "--metadata",
            paramLabel = "NAME=VALUE",
            description = "anything of the shop's own; may be given several times")
    private List<String> metadata = List.of();

    /** The shop's own name for the order. */
    String orderId() {
        return orderId;
    }

    /**
     * Builds the request.
     *
     * @throws IllegalArgumentException naming everything that is wrong with it
     */
    PaymentSessionRequest request() {
        PaymentSessionRequest.Builder request = PaymentSessionRequest.builder()
                .orderId(orderId)
                .amount(amount, currency)
                .successUrl(successUrl)
                .cancelUrl(cancelUrl);
        if (webhookUrl != null) {
            request.webhookUrl(webhookUrl);
        }
        if (customerEmail != null) {
            request.customerEmail(customerEmail);
        }
        pairs().forEach(request::metadata);
        return request.build();
    }

    private Map<String, String> pairs() {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : metadata) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("--metadata takes NAME=VALUE, not " + pair);
            }
            if (pairs.putIfAbsent(pair.substring(0, equals), pair.substring(equals + 1)) != null) {
                throw new IllegalArgumentException("--metadata " + pair.substring(0, equals) + " is given twice");
            }
        }
        return pairs;
    }
}
