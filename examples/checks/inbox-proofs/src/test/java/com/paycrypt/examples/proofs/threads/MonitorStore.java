package com.paycrypt.examples.proofs.threads;

import com.paycrypt.sdk.internal.inbox.InboxStore.Selection;
import com.paycrypt.sdk.internal.inbox.StoredDelivery;
import java.util.ArrayList;
import java.util.List;

/** Due deliveries that are claimed once, under one lock. */
final class MonitorStore extends UnusedStore {
    private final List<String> due = new ArrayList<>();

    synchronized void add(String digest) {
        due.add(digest);
    }

    @Override
    public synchronized boolean hasDue() {
        return !due.isEmpty();
    }

    @Override
    public synchronized List<StoredDelivery> claimDue(Selection selection, String token, int limit) {
        List<StoredDelivery> claimed = new ArrayList<>();
        if (selection != Selection.ABANDONED) {
            for (String digest : due) {
                claimed.add(new StoredDelivery(digest, null, new byte[0], 1, 0, 0, false, null));
            }
            due.clear();
        }
        return claimed;
    }

    @Override
    public List<StoredDelivery> exhaustAbandoned(int limit) {
        return List.of();
    }
}
