package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.webhook.WebhookRejectedException.Reason;
import java.util.List;

/** Writes down the outcomes that it is told of, and that the delivery has ended. */
final class RecordingObserver implements WebhookObserver {
    private final List<String> told;

    RecordingObserver(List<String> told) {
        this.told = told;
    }

    @Override
    public void rejected(Reason reason) {
        told.add("rejected");
    }

    @Override
    public void repeated(WebhookEvent event) {
        told.add("repeated");
    }

    @Override
    public void inProgress(WebhookEvent event) {
        told.add("inProgress");
    }

    @Override
    public void stored(WebhookEvent event) {
        told.add("stored");
    }

    @Override
    public void handled(WebhookEvent event) {
        told.add("handled");
    }

    @Override
    public void failed(WebhookEvent event, Throwable cause) {
        told.add("failed");
    }

    @Override
    public void guardFailed(WebhookEvent event, Throwable cause) {
        told.add("guardFailed");
    }

    @Override
    public void ended() {
        told.add("ended");
    }
}
