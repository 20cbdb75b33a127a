package com.paycrypt.sdk.spring;

import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookListener;
import com.paycrypt.sdk.webhook.WebhookObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What became of each delivery, as an application's own listener sees it. */
public class Outcomes implements WebhookListener, WebhookObserver {
    /** "handled", or the exception. */
    public final List<String> all = new CopyOnWriteArrayList<>();

    @Override
    public WebhookObserver started() {
        return this;
    }

    @Override
    public void handled(WebhookEvent event) {
        all.add("handled");
    }

    @Override
    public void failed(WebhookEvent event, Throwable cause) {
        all.add(cause.toString());
    }
}
