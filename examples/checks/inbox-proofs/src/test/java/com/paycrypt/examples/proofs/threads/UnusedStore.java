package com.paycrypt.examples.proofs.threads;

import com.paycrypt.sdk.internal.inbox.InboxCounts;
import com.paycrypt.sdk.internal.inbox.InboxStore;
import com.paycrypt.sdk.internal.inbox.InboxStore.InsertOutcome;
import com.paycrypt.sdk.internal.inbox.InboxStore.RowState;
import com.paycrypt.sdk.internal.inbox.InboxStore.TransactionWork;
import com.paycrypt.sdk.internal.inbox.NewDelivery;
import com.paycrypt.sdk.internal.inbox.StoredDelivery;
import java.sql.Connection;
import java.util.Collection;
import java.util.List;

/** A store of which only that is called which a worker pool needs. */
abstract class UnusedStore implements InboxStore {
    @Override
    public void createTable() {
        throw new UnsupportedOperationException();
    }

    @Override
    public InsertOutcome insert(NewDelivery delivery, String token) {
        throw new UnsupportedOperationException();
    }

    @Override
    public InsertOutcome insertInOrder(NewDelivery delivery, String token) {
        throw new UnsupportedOperationException();
    }

    @Override
    public InsertOutcome enqueue(NewDelivery delivery) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RowState state(String digest) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean lease(String digest, String token) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void renew(Collection<String> digests, Collection<String> tokens) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void giveBack(Collection<String> digests, String token) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean complete(String digest, String token) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isCompleted(String digest, String token) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean complete(String digest, Connection connection) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean fail(String digest, String token, String error) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void inTransaction(String digest, TransactionWork work) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<StoredDelivery> pending(int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean retry(String digest) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean discard(String digest) {
        throw new UnsupportedOperationException();
    }

    @Override
    public InboxCounts counts() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int deleteHandled(long millis) {
        throw new UnsupportedOperationException();
    }
}
