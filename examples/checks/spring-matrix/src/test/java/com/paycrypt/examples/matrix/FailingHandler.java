package com.paycrypt.examples.matrix;

import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookHandler;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Fails once for each type of event, as the type says, and takes the event then. */
class FailingHandler implements WebhookHandler {
    final AtomicInteger calls = new AtomicInteger();
    private final Set<String> failed = ConcurrentHashMap.newKeySet();

    @Override
    public void handle(WebhookEvent event) {
        calls.incrementAndGet();
        if (!failed.add(event.type())) {
            return;
        }
        switch (event.type()) {
            case "runtime" -> throw new IllegalStateException("the shop's database is down");
            case "status" -> throw new NotFound();
            default -> throw new AssertionError("a library is missing");
        }
    }

    @ResponseStatus(HttpStatus.NOT_FOUND)
    static final class NotFound extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
