package com.paycrypt.examples.proofs;

import com.paycrypt.sdk.internal.inbox.NewDelivery;
import com.paycrypt.sdk.internal.inbox.StoredDelivery;

/** A row of the simulated table. */
final class Row {
    enum State {
        PENDING,
        LEASED,
        EXHAUSTED,
        HANDLED
    }

    final NewDelivery delivery;
    final long receivedAt;
    final long expiresAt;
    State state = State.PENDING;
    String token;
    String lane;
    int attempts;
    long dueAt;
    String error;
    /** The transaction that has locked it. */
    Transaction lock;

    Row(NewDelivery delivery, long receivedAt, long expiresAt) {
        this.delivery = delivery;
        this.receivedAt = receivedAt;
        this.expiresAt = expiresAt;
        this.lane = delivery.digest();
        this.dueAt = receivedAt;
    }

    String digest() {
        return delivery.digest();
    }

    String session() {
        return delivery.sessionId();
    }

    boolean isOpen() {
        return state == State.PENDING || state == State.LEASED;
    }

    boolean isLeased(long now) {
        return state == State.LEASED && dueAt > now;
    }

    boolean isDue(long now) {
        return isOpen() && dueAt <= now;
    }

    boolean isHeldBy(String holder) {
        return holder.equals(token);
    }

    boolean precedes(Row other) {
        return receivedAt < other.receivedAt
                || (receivedAt == other.receivedAt && digest().compareTo(other.digest()) < 0);
    }

    void close(long now) {
        state = State.HANDLED;
        lane = digest();
        dueAt = now;
    }

    void free(long now) {
        state = State.PENDING;
        lane = digest();
        token = null;
        dueAt = now;
    }

    StoredDelivery read() {
        return new StoredDelivery(
                digest(),
                delivery.apiKey(),
                delivery.payload(),
                attempts,
                receivedAt,
                dueAt,
                state == State.EXHAUSTED,
                error);
    }
}
