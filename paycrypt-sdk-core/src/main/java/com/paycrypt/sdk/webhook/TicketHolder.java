package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.internal.inbox.LeaseHolder;
import com.paycrypt.sdk.webhook.ReplayGuard.Ticket;
import java.lang.ref.WeakReference;
import java.time.Duration;

/**
 * Holds the lease of a received delivery as long as its outcome can still be reported, whatever thread does it: once the
 * ticket is unreachable, nothing can. After an hour it counts as forgotten in any case.
 */
final class TicketHolder implements LeaseHolder {
    private static final Duration MAX_RUNNING = Duration.ofHours(1);

    private final WeakReference<Ticket> ticket;
    private final String thread = Thread.currentThread().getName();

    TicketHolder(Ticket ticket) {
        this.ticket = new WeakReference<>(ticket);
    }

    @Override
    public boolean isAlive(Duration running) {
        return running.compareTo(MAX_RUNNING) < 0 && ticket.get() != null;
    }

    @Override
    public void outlivedLease(Duration running) {
        Ticket held = ticket.get();
        if (held != null) {
            InboxReporter.outlivedLease(held.event(), running, thread);
        }
    }
}
