package com.paycrypt.sandbox.ledger;

import com.paycrypt.sandbox.model.Attempt;
import com.paycrypt.sandbox.model.Delivery;
import com.paycrypt.sandbox.model.Dialect;
import java.util.Optional;

/** An attempt that is to be made now; while it is open, no other event of its session is sent. */
public final class Due implements AutoCloseable {
    private final Deliveries deliveries;
    private final DeliveryQueue.Entry entry;

    Due(Deliveries deliveries, DeliveryQueue.Entry entry) {
        this.deliveries = deliveries;
        this.entry = entry;
    }

    /**
     * Returns what is to be sent.
     *
     * @return the delivery, or empty if it was forgotten meanwhile
     */
    public Optional<Delivery> delivery() {
        return deliveries.find(entry.deliveryId());
    }

    /**
     * Records an attempt.
     *
     * @param attempt what was sent and what came back
     * @param dialect the dialect of the moment, which decides on a retry
     */
    public void attempted(Attempt attempt, Dialect dialect) {
        deliveries.attempted(entry.deliveryId(), attempt, dialect);
    }

    /**
     * Records that nothing was sent.
     *
     * @param why the reason
     */
    public void notSent(String why) {
        deliveries.notSent(entry.deliveryId(), why);
    }

    /** Lets the session's next event go. */
    @Override
    public void close() {
        deliveries.done(entry);
    }
}
