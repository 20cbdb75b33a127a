package com.paycrypt.examples.proofs;

import com.paycrypt.sdk.internal.inbox.InboxStore.InsertOutcome;
import com.paycrypt.sdk.internal.inbox.InboxStore.RowState;
import com.paycrypt.sdk.internal.inbox.InboxStore.Selection;
import com.paycrypt.sdk.internal.inbox.NewDelivery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The table that all simulated processes share: each method is one statement of the real one. Has its own clock. */
final class Table {
    static final long LEASE_MILLIS = 60_000;
    static final long RETENTION_MILLIS = 660_000;
    /** Fewer than in earnest, so that they are used up now and then. */
    static final int MAX_ATTEMPTS = 6;

    private static final long BACKOFF_MILLIS = 30_000;

    private final Mutant mutant;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private long now = 1_700_000_000_000L;

    Table(Mutant mutant) {
        this.mutant = mutant;
    }

    long now() {
        return now;
    }

    void pass(long millis) {
        now += millis;
    }

    Mutant mutant() {
        return mutant;
    }

    Collection<Row> rows() {
        return rows.values();
    }

    Row row(String digest) {
        return rows.get(digest);
    }

    boolean isLocked(Row row) {
        if (row.lock != null && !row.lock.holds(now)) {
            row.lock.rollBack();
        }
        return row.lock != null;
    }

    InsertOutcome insert(NewDelivery delivery, String token) {
        return insert(delivery, token, delivery.digest()) ? InsertOutcome.LEASED : InsertOutcome.PRESENT;
    }

    InsertOutcome insertInOrder(NewDelivery delivery, String token) {
        String session = delivery.sessionId();
        boolean isFirst = mutant == Mutant.OVERTAKES_ON_ARRIVAL
                || (none(row -> session.equals(row.session()) && row.isOpen()) && isFreeLane(session));
        if (isFirst && insert(delivery, token, session)) {
            return InsertOutcome.LEASED;
        }
        return enqueue(delivery);
    }

    InsertOutcome enqueue(NewDelivery delivery) {
        return store(delivery) == null ? InsertOutcome.PRESENT : InsertOutcome.ENQUEUED;
    }

    private boolean insert(NewDelivery delivery, String token, String lane) {
        if (mutant == Mutant.FORGETS_INSERTS) {
            return true;
        }
        Row row = store(delivery);
        if (row != null) {
            row.attempts = 1;
            lease(row, token, lane);
        }
        return row != null;
    }

    private Row store(NewDelivery delivery) {
        Row row = new Row(delivery, now, now + RETENTION_MILLIS);
        return rows.putIfAbsent(delivery.digest(), row) == null ? row : null;
    }

    private void lease(Row row, String token, String lane) {
        row.state = Row.State.LEASED;
        row.token = token;
        row.lane = lane;
        row.dueAt = now + LEASE_MILLIS;
        row.error = null;
    }

    private boolean isFreeLane(String lane) {
        return none(row -> row.state == Row.State.LEASED && row.lane.equals(lane));
    }

    private boolean none(Predicate<Row> condition) {
        return rows.values().stream().noneMatch(condition);
    }

    RowState state(String digest) {
        Row row = rows.get(digest);
        if (row == null) {
            return RowState.ABSENT;
        }
        if (row.state == Row.State.HANDLED) {
            return RowState.HANDLED;
        }
        return row.isLeased(now) ? RowState.IN_PROGRESS : RowState.PENDING;
    }

    /** A free and unlocked row, or null. */
    private Row free(String digest) {
        Row row = rows.get(digest);
        boolean isFree = row != null && row.state != Row.State.HANDLED && !row.isLeased(now) && !isLocked(row);
        return isFree ? row : null;
    }

    boolean lease(String digest, String token) {
        Row row = free(digest);
        if (row == null || !leaseLane(List.of(row), token)) {
            return false;
        }
        return true;
    }

    /** Fails as a whole if the lane of a session is occupied, and frees those that only dead processes occupy. */
    private boolean leaseLane(List<Row> claimed, String token) {
        for (Row row : claimed) {
            if (none(other -> other != row && other.state == Row.State.LEASED && other.lane.equals(row.session()))) {
                continue;
            }
            if (mutant != Mutant.KEEPS_DEAD_LANES) {
                freeDeadLanes();
            }
            return false;
        }
        claimed.forEach(row -> lease(row, token, row.session()));
        return true;
    }

    private void freeDeadLanes() {
        for (Row row : rows.values()) {
            if (row.state == Row.State.LEASED && row.dueAt <= now && !isLocked(row)) {
                row.lane = row.digest();
            }
        }
    }

    boolean hasDue() {
        return rows.values().stream().anyMatch(row -> row.isDue(now));
    }

    List<Row> claimDue(Selection selection, String token, int limit) {
        Comparator<Row> byDue = Comparator.comparingLong(row -> row.dueAt);
        List<Row> claimed = new ArrayList<>(rows.values().stream()
                .filter(row -> isSelected(row, selection) && isInOrder(row) && !isLocked(row))
                .sorted(selection == Selection.NEWEST ? byDue.reversed() : byDue)
                .limit(limit)
                .toList());
        if (!leaseLane(claimed, token)) {
            return List.of();
        }
        claimed.forEach(row -> row.attempts++);
        claimed.sort(Comparator.comparingLong(row -> row.receivedAt));
        return claimed;
    }

    private boolean isSelected(Row row, Selection selection) {
        if (selection == Selection.ABANDONED) {
            return mutant != Mutant.KEEPS_DEAD_LEASES
                    && row.state == Row.State.LEASED
                    && (row.dueAt <= now || mutant == Mutant.IGNORES_LEASES)
                    && row.attempts < MAX_ATTEMPTS;
        }
        return row.state == Row.State.PENDING && row.dueAt <= now;
    }

    private boolean isInOrder(Row row) {
        return mutant == Mutant.IGNORES_ORDER
                || none(other -> other != row
                        && row.session().equals(other.session())
                        && other.isOpen()
                        && (other.precedes(row) || other.isLeased(now)));
    }

    List<Row> exhaustAbandoned() {
        return change(
                rows.keySet(),
                row -> row.state == Row.State.LEASED && row.dueAt <= now && row.attempts >= MAX_ATTEMPTS,
                row -> {
                    row.state = Row.State.EXHAUSTED;
                    row.lane = row.digest();
                });
    }

    void renew(Collection<String> digests, Collection<String> tokens) {
        if (mutant != Mutant.FORGETS_RENEWALS) {
            change(
                    digests,
                    row -> row.state == Row.State.LEASED && tokens.contains(row.token),
                    row -> row.dueAt = now + LEASE_MILLIS);
        }
    }

    void giveBack(Collection<String> digests, String token) {
        change(digests, row -> row.state == Row.State.LEASED && row.isHeldBy(token), row -> {
            row.free(now);
            row.attempts--;
        });
    }

    boolean complete(String digest, String token) {
        if (mutant == Mutant.FORGETS_COMPLETIONS) {
            return true;
        }
        Row row = rows.get(digest);
        if (row == null || !row.isHeldBy(token)) {
            return false;
        }
        row.close(now);
        return true;
    }

    boolean isCompleted(String digest, String token) {
        Row row = rows.get(digest);
        return row != null && row.isHeldBy(token) && row.state == Row.State.HANDLED;
    }

    boolean fail(String digest, String token, String error) {
        return !change(
                        List.of(digest),
                        row -> row.isHeldBy(token) && row.state != Row.State.HANDLED,
                        row -> fail(row, error))
                .isEmpty();
    }

    private void fail(Row row, String error) {
        boolean isLast = row.attempts >= MAX_ATTEMPTS || mutant == Mutant.GIVES_UP_EARLY;
        row.state = isLast ? Row.State.EXHAUSTED : Row.State.PENDING;
        row.state = mutant == Mutant.HIDES_FAILURES ? Row.State.HANDLED : row.state;
        row.token = null;
        row.lane = row.digest();
        row.error = error;
        row.dueAt = now + (BACKOFF_MILLIS << Math.min(5, Math.max(row.attempts, 1) - 1));
    }

    boolean retry(String digest) {
        Row row = free(digest);
        if (row != null) {
            row.free(now);
        }
        return row != null;
    }

    int deleteHandled(long millis) {
        return change(
                        List.copyOf(rows.keySet()),
                        row -> row.state == Row.State.HANDLED
                                && row.dueAt <= now - millis
                                && (row.expiresAt <= now || mutant == Mutant.DELETES_EARLY),
                        row -> rows.remove(row.digest()))
                .size();
    }

    private List<Row> change(Collection<String> digests, Predicate<Row> condition, Consumer<Row> change) {
        List<Row> found = new ArrayList<>();
        for (String digest : digests) {
            Row row = rows.get(digest);
            if (row != null && condition.test(row) && !isLocked(row)) {
                found.add(row);
            }
        }
        found.forEach(change);
        return found;
    }
}
