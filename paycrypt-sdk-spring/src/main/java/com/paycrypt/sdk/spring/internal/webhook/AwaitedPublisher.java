package com.paycrypt.sdk.spring.internal.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import org.springframework.core.ReactiveAdapter;

/** Gathers what a publisher emits until it ends; cancelled, it cancels the subscription. */
final class AwaitedPublisher extends CompletableFuture<List<Object>> implements Subscriber<Object> {
    private final List<Object> values = new ArrayList<>();
    private volatile @Nullable Subscription subscription;

    private AwaitedPublisher() {}

    static CompletableFuture<List<Object>> of(ReactiveAdapter adapter, Object publisher) {
        AwaitedPublisher awaited = new AwaitedPublisher();
        adapter.toPublisher(publisher).subscribe(awaited);
        return awaited;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        this.subscription = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Object value) {
        values.add(value);
    }

    @Override
    public void onError(Throwable failure) {
        completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        complete(values);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        Subscription subscribed = subscription;
        if (subscribed != null) {
            subscribed.cancel();
        }
        return super.cancel(mayInterruptIfRunning);
    }
}
