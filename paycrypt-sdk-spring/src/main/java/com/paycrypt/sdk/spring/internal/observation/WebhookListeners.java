package com.paycrypt.sdk.spring.internal.observation;

import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookListener;
import com.paycrypt.sdk.webhook.WebhookObserver;
import com.paycrypt.sdk.webhook.WebhookRejectedException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Several listeners as one: ours beside the application's own. */
public record WebhookListeners(List<WebhookListener> listeners) implements WebhookListener {
    @Override
    public WebhookObserver started() {
        return new Observers(listeners.stream().map(WebhookListener::started).toList());
    }

    /** The observers of one delivery. */
    record Observers(List<WebhookObserver> observers) implements WebhookObserver {
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

        @Override
        public void ended() {
            tell(WebhookObserver::ended);
        }

        /** All of them: one that throws must not keep the news from the others. The caller logs what it threw. */
        private void tell(Consumer<WebhookObserver> news) {
            List<RuntimeException> failures = new ArrayList<>();
            for (WebhookObserver observer : observers) {
                try {
                    news.accept(observer);
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
}
