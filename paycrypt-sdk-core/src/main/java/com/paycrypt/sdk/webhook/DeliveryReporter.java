package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.internal.text.LogSafe;
import com.paycrypt.sdk.internal.webhook.DeliveryLog;
import com.paycrypt.sdk.webhook.WebhookRejectedException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reports what becomes of one delivery to the log and to the observers of all listeners. */
final class DeliveryReporter {
    /** The rejections of senders who know a key: only they are worth a diagnosis. */
    private static final Set<Reason> DIAGNOSED = Set.of(
            Reason.MALFORMED_TIMESTAMP,
            Reason.TIMESTAMP_OUT_OF_WINDOW,
            Reason.MALFORMED_SIGNATURE,
            Reason.WRONG_SIGNATURE,
            Reason.MALFORMED_EVENT);

    private final DeliveryLog log;
    private final long started;
    private final List<WebhookObserver> observers = new ArrayList<>();

    private DeliveryReporter(DeliveryLog log) {
        this.log = log;
        this.started = log.now();
    }

    /** Starts the observers of a delivery. */
    static DeliveryReporter started(DeliveryLog log, List<WebhookListener> listeners) {
        DeliveryReporter reporter = new DeliveryReporter(log);
        for (WebhookListener listener : listeners) {
            shielded(() -> reporter.observers.add(listener.started()));
        }
        return reporter;
    }

    void rejected(WebhookRejectedException rejected, int bodySize, Supplier<String> explanation) {
        log.rejected(rejected.httpStatus(), rejected.reason(), String.valueOf(rejected.getMessage()));
        if (DIAGNOSED.contains(rejected.reason())) {
            log.diagnosed(bodySize, explanation);
        }
        observe(each -> each.rejected(rejected.reason()));
        ended();
    }

    void verified(WebhookEvent event) {
        observe(each -> each.verified(event, event.credentials()));
    }

    void repeated(WebhookEvent event) {
        observe(each -> each.repeated(event));
        ended();
    }

    void inProgress(WebhookEvent event) {
        observe(each -> each.inProgress(event));
        ended();
    }

    /** The guard handles the delivery later. */
    void stored() {
        ended();
    }

    void handled(WebhookEvent event) {
        observe(each -> each.handled(event));
        ended();
    }

    /** The handler failed, and the delivery is not stored: the log line may be the only trace of a payment. */
    void lost(WebhookEvent event, Throwable cause) {
        log.handlerFailed(name(event), cause);
        failed(event, cause);
    }

    /** The handler failed, and the delivery is stored. */
    void kept(WebhookEvent event, Throwable cause) {
        log.kept(name(event), cause);
        failed(event, cause);
    }

    /** The last of all attempts failed. */
    void exhausted(WebhookEvent event, Throwable cause) {
        log.exhausted(name(event), event.digest(), cause);
        failed(event, cause);
    }

    /** The last of all attempts never ended. */
    void abandoned(WebhookEvent event) {
        IllegalStateException cause = new IllegalStateException("the process of the attempt died, or it hangs");
        log.abandoned(name(event), event.digest(), cause);
        failed(event, cause);
    }

    /** The guard failed to claim the delivery, which is therefore not handled. */
    void unavailable(WebhookEvent event, Throwable cause) {
        log.guardFailed(name(event), cause);
        observe(each -> each.guardFailed(event, cause));
        ended();
    }

    /** The guard failed to record an outcome, which is reported as well. */
    void unrecorded(WebhookEvent event, String outcome, Throwable cause) {
        log.unrecorded(outcome, name(event), cause);
        observe(each -> each.guardFailed(event, cause));
    }

    void warnIfSlow(WebhookEvent event) {
        log.slow(() -> name(event), started);
    }

    void leaseLost(WebhookEvent event) {
        log.leaseLost(name(event), ReplayGuard.LEASE);
    }

    private void failed(WebhookEvent event, Throwable cause) {
        observe(each -> each.failed(event, cause));
        ended();
    }

    private void ended() {
        observe(WebhookObserver::ended);
    }

    private void observe(Consumer<WebhookObserver> news) {
        for (WebhookObserver observer : observers) {
            shielded(() -> news.accept(observer));
        }
    }

    /** Errors are caught too: a metrics library that is missing must not turn a payment down. */
    private static void shielded(Runnable callback) {
        try {
            callback.run();
        } catch (Throwable e) {
            DeliveryLog.listenerFailed(e);
        }
    }

    private static String name(WebhookEvent event) {
        Payment payment = event.payment();
        return "order=" + LogSafe.of(payment.orderId().orElse("?")) + " session="
                + LogSafe.of(payment.sessionId().orElse("?")) + " type=" + LogSafe.of(event.type());
    }
}
