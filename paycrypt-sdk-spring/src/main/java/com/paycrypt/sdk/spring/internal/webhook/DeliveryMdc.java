package com.paycrypt.sdk.spring.internal.webhook;

import com.paycrypt.sdk.webhook.WebhookEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.util.ClassUtils;

/**
 * Names the delivery in every line that is logged while it is handled: {@code paycrypt.event}, {@code paycrypt.order} and
 * {@code paycrypt.session} in the diagnostic context of SLF4J, if that is on the class path.
 */
public final class DeliveryMdc {
    private static final boolean PRESENT = ClassUtils.isPresent("org.slf4j.MDC", DeliveryMdc.class.getClassLoader());

    private static final int MAX_LENGTH = 100;

    private final List<String> set = new ArrayList<>();

    private DeliveryMdc() {}

    /**
     * Sets the keys on this thread until it is closed; those that are set already stay.
     *
     * @param event the event that is handled
     * @return to be closed on the same thread
     */
    public static DeliveryMdc open(WebhookEvent event) {
        DeliveryMdc mdc = new DeliveryMdc();
        if (PRESENT) {
            mdc.put("paycrypt.event", event.id());
            mdc.put("paycrypt.order", event.payment().orderId().orElse(null));
            mdc.put("paycrypt.session", event.payment().sessionId().orElse(null));
        }
        return mdc;
    }

    /** One line, of a length that a log can bear. */
    private void put(String key, @Nullable String value) {
        if (value != null && MDC.get(key) == null) {
            String line = value.replaceAll("[\\p{Cntrl}\u2028\u2029]", "?");
            MDC.put(key, line.substring(0, Math.min(line.length(), MAX_LENGTH)));
            set.add(key);
        }
    }

    /** Removes what was set. */
    public void close() {
        set.forEach(MDC::remove);
    }
}
