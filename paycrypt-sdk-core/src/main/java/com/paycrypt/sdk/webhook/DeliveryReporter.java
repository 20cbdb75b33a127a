package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.internal.text.LogSafe;
import com.paycrypt.sdk.internal.webhook.DeliveryLog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reports what becomes of one delivery to the log and to the observers of all listeners. */
final class DeliveryReporter {
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
        log.rejected(rejected.httpStatus(), rejected.reason().name(), String.valueOf(rejected.getMessage()));
        if (rejected.reason().isOfKnownKey()) {
            log.diagnosed(bodySize, explanation);
        }
        for (WebhookObserver observer : observers) {
            shielded(() -> observer.rejected(rejected.reason()));
        }
        ended();
    }

    /** The credentials of the key could not be found, so the delivery was not verified. */
    void unresolved(RuntimeException cause) {
        log.resolverFailed(cause);
        ended();
    }

    void verified(WebhookEvent event) {
        for (WebhookObserver observer : observers) {
            shielded(() -> observer.verified(event, event.credentials()));
        }
    }

    void repeated(WebhookEvent event) {
        for (WebhookObserver observer : observers) {
            shielded(() -> observer.repeated(event));
        }
        ended();
    }

    void inProgress(WebhookEvent event) {
        for (WebhookObserver observer : observers) {
            shielded(() -> observer.inProgress(event));
        }
        ended();
    }

    /** The guard handles the delivery later. */
    void stored(WebhookEvent event) {
        for (WebhookObserver observer : observers) {
            shielded(() -> observer.stored(event));
        }
        ended();
    }

    void handled(WebhookEvent event) {
        for (WebhookObserver observer : observers) {
            shielded(() -> observer.handled(event));
        }
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
        for (WebhookObserver observer : observers) {
            shielded(() -> observer.guardFailed(event, cause));
        }
        ended();
    }

    /** The guard failed to record an outcome, which is reported as well. */
    void unrecorded(WebhookEvent event, String outcome, Throwable cause) {
        log.unrecorded(outcome, name(event), cause);
        for (WebhookObserver observer : observers) {
            shielded(() -> observer.guardFailed(event, cause));
        }
    }

    void warnIfSlow(WebhookEvent event) {
        log.slow(() -> name(event), started);
    }

    void leaseLost(WebhookEvent event) {
        log.leaseLost(name(event), ReplayGuard.LEASE);
    }

    private void failed(WebhookEvent event, Throwable cause) {
        for (WebhookObserver observer : observers) {
            shielded(() -> observer.failed(event, cause));
        }
        ended();
    }

    private void ended() {
        for (WebhookObserver observer : observers) {
            shielded(observer::ended);
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
