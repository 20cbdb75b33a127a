package com.paycrypt.examples.recipes;

import com.paycrypt.sdk.call.CallInfo;
import com.paycrypt.sdk.call.CallListener;
import com.paycrypt.sdk.call.CallObserver;
import com.paycrypt.sdk.call.CallObserver.AttemptInfo;
import com.paycrypt.sdk.error.PayCryptException;
import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookListener;
import com.paycrypt.sdk.webhook.WebhookObserver;
import com.paycrypt.sdk.webhook.WebhookRejectedException.Reason;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Counts calls and deliveries. Give {@code builder.listener(metrics.calls())} to the client and
 * {@code builder.listener(metrics.deliveries())} to the receiver; in Spring with Micrometer the SDK does this by itself.
 *
 * <p>Alert on {@code webhook.failed} and {@code webhook.guard_failed}: payments may be lost there. Tags have few values each:
 * an order id is none.
 */
public final class Metrics {
    private final ConcurrentMap<String, LongAdder> counters = new ConcurrentHashMap<>();

    /**
     * Returns the listener for the client.
     *
     * @return the listener
     */
    public CallListener calls() {
        return call -> new CountedCall(call);
    }

    /**
     * Returns the listener for the receiver.
     *
     * @return the listener
     */
    public WebhookListener deliveries() {
        return () -> new CountedDelivery();
    }

    /**
     * Returns what was counted.
     *
     * @return the counts by name
     */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        counters.forEach((name, count) -> counts.put(name, count.sum()));
        return counts;
    }

    private void count(String name) {
        counters.computeIfAbsent(name, created -> new LongAdder()).increment();
    }

    private final class CountedCall implements CallObserver {
        private final CallInfo call;

        CountedCall(CallInfo call) {
            this.call = call;
        }

        @Override
        public void attempted(AttemptInfo attempt) {
            count("attempt." + attempt.result());
        }

        @Override
        public void ended(@Nullable RuntimeException failure) {
            count("call." + call.operation() + "." + (failure == null ? "success" : outcome(failure)));
        }

        private static String outcome(RuntimeException failure) {
            return failure instanceof PayCryptException known ? known.outcome().name() : "error";
        }
    }

    private final class CountedDelivery implements WebhookObserver {
        @Override
        public void rejected(Reason reason) {
            count("webhook.rejected." + reason);
        }

        @Override
        public void repeated(WebhookEvent event) {
            count("webhook.repeated");
        }

        @Override
        public void handled(WebhookEvent event) {
            count("webhook.handled");
        }

        @Override
        public void failed(WebhookEvent event, Throwable cause) {
            count("webhook.failed");
        }

        @Override
        public void guardFailed(WebhookEvent event, Throwable cause) {
            count("webhook.guard_failed");
        }
    }
}
