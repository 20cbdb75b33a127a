package com.paycrypt.sdk.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Settles a delivery whose request was processed asynchronously: on completion, by the final status. */
final class AsyncOutcome implements AsyncListener {
    private final VerifiedDelivery delivery;
    private final HttpServletResponse response;
    private volatile @Nullable Throwable failure;

    AsyncOutcome(VerifiedDelivery delivery, HttpServletResponse response) {
        this.delivery = delivery;
        this.response = response;
    }

    @Override
    public void onComplete(AsyncEvent event) {
        Throwable cause = failure;
        if (cause == null) {
            delivery.responded(response.getStatus());
        } else {
            delivery.failed(cause);
        }
    }

    /** Leaves the decision to the status: the handler may still respond; if it does not, the container completes with an error. */
    @Override
    public void onTimeout(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {
        failure = event.getThrowable();
    }

    /** Registers again, since a new asynchronous cycle starts without the listeners of the previous one. */
    @Override
    public void onStartAsync(AsyncEvent event) {
        AsyncContext next = event.getAsyncContext();
        if (next != null) {
            next.addListener(this);
        }
    }
}
