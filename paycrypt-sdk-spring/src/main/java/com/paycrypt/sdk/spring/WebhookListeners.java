package com.paycrypt.sdk.spring;

import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookListener;
import com.paycrypt.sdk.webhook.WebhookRejectedException.Reason;
import java.util.List;

/** Several listeners as one: ours beside the application's own. */
record WebhookListeners(List<WebhookListener> listeners) implements WebhookListener {
    @Override
    public void refused(Reason reason) {
        listeners.forEach(each -> each.refused(reason));
    }

    @Override
    public void verified(WebhookEvent event, int credentials) {
        listeners.forEach(each -> each.verified(event, credentials));
    }

    @Override
    public void repeated(WebhookEvent event) {
        listeners.forEach(each -> each.repeated(event));
    }

    @Override
    public void inProgress(WebhookEvent event) {
        listeners.forEach(each -> each.inProgress(event));
    }

    @Override
    public void handled(WebhookEvent event) {
        listeners.forEach(each -> each.handled(event));
    }

    @Override
    public void failed(WebhookEvent event, Throwable cause) {
        listeners.forEach(each -> each.failed(event, cause));
    }

    @Override
    public void guardFailed(WebhookEvent event, Throwable cause) {
        listeners.forEach(each -> each.guardFailed(event, cause));
    }
}
