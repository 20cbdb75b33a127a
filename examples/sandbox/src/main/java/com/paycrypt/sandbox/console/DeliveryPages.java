package com.paycrypt.sandbox.console;

import com.paycrypt.sandbox.model.Attempt;
import com.paycrypt.sandbox.model.Delivery;
import com.paycrypt.sandbox.wire.ApiKey;
import com.paycrypt.sandbox.wire.Headers;
import com.paycrypt.sandbox.wire.Signature;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Derives the page of a delivery. */
final class DeliveryPages {
    private final List<ApiKey> keys;

    DeliveryPages(List<ApiKey> keys) {
        this.keys = List.copyOf(keys);
    }

    Page of(Delivery delivery, long version) {
        List<AttemptView> attempts = new ArrayList<>();
        delivery.attempts().forEach(attempt -> attempts.add(of(delivery, attempt)));
        Collections.reverse(attempts);
        return new Page(
                Long.toString(version),
                delivery.id(),
                delivery.status().label(),
                delivery.type(),
                delivery.orderId(),
                delivery.sessionId(),
                delivery.url().toString(),
                delivery.note().orElse(""),
                delivery.nextAttempt().map(ConsoleView::time).orElse(""),
                delivery.body(),
                attempts);
    }

    private AttemptView of(Delivery delivery, Attempt attempt) {
        return new AttemptView(
                ConsoleView.time(attempt.at()),
                attempt.outcome(),
                attempt.took().toMillis(),
                Hint.of(attempt),
                verdict(delivery, attempt),
                lines(attempt.requestHeaders()),
                attempt.status().isPresent() ? "HTTP " + attempt.status().getAsInt() + "\n" : attempt.outcome(),
                lines(attempt.responseHeaders()),
                attempt.responseBody(),
                curl(delivery, attempt));
    }

    private String verdict(Delivery delivery, Attempt attempt) {
        byte[] body = delivery.body().getBytes(StandardCharsets.UTF_8);
        boolean right = keys.stream()
                .filter(key -> key.key().equals(attempt.requestHeaders().get(Headers.KEY)))
                .anyMatch(key -> Signature.matches(
                        attempt.requestHeaders().getOrDefault(Headers.SIGNATURE, ""),
                        key.secret(),
                        attempt.requestHeaders().getOrDefault(Headers.TIMESTAMP, ""),
                        body));
        return right
                ? "Verified here: the signature is right."
                : "Verified here: key or signature is wrong, as a rule wanted it.";
    }

    private static String lines(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static String curl(Delivery delivery, Attempt attempt) {
        String headers = attempt.requestHeaders().entrySet().stream()
                .map(header -> " \\\n  -H " + quoted(header.getKey() + ": " + header.getValue()))
                .collect(Collectors.joining());
        return "curl -i " + quoted(delivery.url().toString()) + headers + " \\\n  --data-raw "
                + quoted(delivery.body());
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** What fills the page of a delivery. */
    record Page(
            String version,
            String id,
            String status,
            String type,
            String orderId,
            String sessionId,
            String url,
            String note,
            String next,
            String body,
            List<AttemptView> attempts) {}

    /** An attempt on that page. */
    record AttemptView(
            String time,
            String outcome,
            long took,
            String hint,
            String verdict,
            String requestHeaders,
            String responseLine,
            String responseHeaders,
            String responseBody,
            String curl) {}
}
