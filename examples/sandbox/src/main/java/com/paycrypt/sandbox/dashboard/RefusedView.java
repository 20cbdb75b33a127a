package com.paycrypt.sandbox.dashboard;

import com.paycrypt.sandbox.diagnosis.RefusedRequest;
import com.paycrypt.sandbox.diagnosis.SignedMessage;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What fills the page of one refused request, and its row on the dashboard. */
final class RefusedView {
    private RefusedView() {}

    static Map<String, Object> page(RefusedRequest refused) {
        SignedMessage message = refused.message();
        Map<String, Object> view = new LinkedHashMap<>(row(refused));
        view.put("findings", refused.findings());
        view.put(
                "headers",
                List.of(
                        Map.of("name", "X-Paycrypt-Key", "value", message.key()),
                        Map.of("name", "X-Paycrypt-Timestamp", "value", message.timestamp()),
                        Map.of("name", "X-Paycrypt-Signature", "value", message.signature())));
        view.put("body", new String(message.body(), StandardCharsets.UTF_8));
        view.put("bytes", message.body().length);
        return view;
    }

    static Map<String, Object> row(RefusedRequest refused) {
        return Map.of(
                "id", refused.id(),
                "time", Times.shortly(refused.at()),
                "line", refused.line(),
                "reason", refused.reason(),
                "first", refused.findings().stream().findFirst().orElse(""));
    }
}
