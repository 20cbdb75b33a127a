package com.paycrypt.examples.matrix;

import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookHandler;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Fails as the event's type says, once, and takes the event then. */
class FailingHandler implements WebhookHandler {
    final AtomicInteger calls = new AtomicInteger();

    @Override
    public void handle(WebhookEvent event) {
        if (calls.getAndIncrement() > 0) {
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
