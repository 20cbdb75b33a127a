package com.paycrypt.sdk.spring;

import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookListener;
import com.paycrypt.sdk.webhook.WebhookRejectedException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Several listeners as one: ours beside the application's own. */
record WebhookListeners(List<WebhookListener> listeners) implements WebhookListener {
    @Override
    public void rejected(Reason reason) {
        tell(each -> each.rejected(reason));
    }

    @Override
    public void verified(WebhookEvent event, int credentials) {
        tell(each -> each.verified(event, credentials));
    }

    @Override
    public void repeated(WebhookEvent event) {
        tell(each -> each.repeated(event));
    }

    @Override
    public void inProgress(WebhookEvent event) {
        tell(each -> each.inProgress(event));
    }

    @Override
    public void handled(WebhookEvent event) {
        tell(each -> each.handled(event));
    }

    @Override
    public void failed(WebhookEvent event, Throwable cause) {
        tell(each -> each.failed(event, cause));
    }

    @Override
    public void guardFailed(WebhookEvent event, Throwable cause) {
        tell(each -> each.guardFailed(event, cause));
    }

    /** All of them: one that throws must not keep the news from the others. Whoever told us logs what it threw. */
    private void tell(Consumer<WebhookListener> news) {
        List<RuntimeException> failures = new ArrayList<>();
        for (WebhookListener listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException failure) {
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            RuntimeException first = failures.get(0);
            failures.stream().filter(other -> !other.equals(first)).forEach(first::addSuppressed);
            throw first;
        }
    }
}
