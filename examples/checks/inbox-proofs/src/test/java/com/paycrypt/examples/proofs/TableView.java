package com.paycrypt.examples.proofs;

import com.paycrypt.sdk.internal.inbox.InboxCounts;
import com.paycrypt.sdk.internal.inbox.InboxStore;
import com.paycrypt.sdk.internal.inbox.InboxStore.InsertOutcome;
import com.paycrypt.sdk.internal.inbox.InboxStore.RowState;
import com.paycrypt.sdk.internal.inbox.InboxStore.Selection;
import com.paycrypt.sdk.internal.inbox.InboxStore.TransactionWork;
import com.paycrypt.sdk.internal.inbox.NewDelivery;
import com.paycrypt.sdk.internal.inbox.StoredDelivery;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** The table as one process sees it: over a connection that can be lost, one step at a time. */
final class TableView implements InboxStore {
    private final Table table;
    private final Machine machine;

    TableView(Table table, Machine machine) {
        this.table = table;
        this.machine = machine;
    }

    @Override
    public void createTable() {}

    @Override
    public InsertOutcome insert(NewDelivery delivery, String token) throws SQLException {
        machine.history().isOutOfOrder(delivery.sessionId());
        return machine.step("insert", () -> table.insert(delivery, token));
    }

    @Override
    public InsertOutcome insertInOrder(NewDelivery delivery, String token) throws SQLException {
        return machine.step("insert in order", () -> table.insertInOrder(delivery, token));
    }

    @Override
    public InsertOutcome enqueue(NewDelivery delivery) throws SQLException {
        return machine.step("enqueue", () -> table.enqueue(delivery));
    }

    @Override
    public RowState state(String digest) throws SQLException {
        return machine.step("state", () -> table.state(digest));
    }

    @Override
    public boolean lease(String digest, String token) throws SQLException {
        return machine.step("lease", () -> {
            boolean leased = table.lease(digest, token);
            if (leased) {
                machine.history().isOutOfOrder(table.row(digest).session());
            }
            return leased;
        });
    }

    @Override
    public boolean hasDue() throws SQLException {
        return machine.step(Machine.CLAIM + "look", table::hasDue);
    }

    @Override
    public List<StoredDelivery> claimDue(Selection selection, String token, int limit) throws SQLException {
        return machine.step(Machine.CLAIM + selection, () -> read(table.claimDue(selection, token, limit)));
    }

    @Override
    public List<StoredDelivery> exhaustAbandoned(int limit) throws SQLException {
        return machine.step(Machine.CLAIM + "exhaust", () -> read(table.exhaustAbandoned()));
    }

    private static List<StoredDelivery> read(List<Row> rows) {
        return rows.stream().map(Row::read).toList();
    }

    @Override
    public void renew(Collection<String> digests, Collection<String> tokens) throws SQLException {
        machine.step("renew", () -> {
            table.renew(digests, tokens);
            return null;
        });
    }

    @Override
    public void giveBack(Collection<String> digests, String token) throws SQLException {
        machine.step(Machine.CLAIM + "give back", () -> {
            table.giveBack(digests, token);
            return null;
        });
    }

    @Override
    public boolean complete(String digest, String token) throws SQLException {
        return machine.step("complete", () -> isUnlocked(digest), () -> table.complete(digest, token));
    }

    @Override
    public boolean isCompleted(String digest, String token) throws SQLException {
        return machine.step("is completed", () -> table.isCompleted(digest, token));
    }

    @Override
    public boolean complete(String digest, Connection connection) throws SQLException {
        Transaction transaction = Transaction.of(connection);
        return machine.step("complete in transaction", () -> isUnlocked(digest), () -> lock(digest, transaction));
    }

    private boolean isUnlocked(String digest) {
        Row row = table.row(digest);
        return row == null || !table.isLocked(row);
    }

    /** Returns false if the row is handled already, and has the transaction close it otherwise. */
    private boolean lock(String digest, Transaction transaction) {
        Row row = table.row(digest);
        if (row == null) {
            throw new IllegalStateException("the delivery is not in this inbox");
        }
        if (row.state == Row.State.HANDLED && table.mutant() != Mutant.HANDLES_AGAIN) {
            return false;
        }
        transaction.lock(row);
        if (table.mutant() != Mutant.COMMITS_THE_EFFECT_ALONE) {
            transaction.write(() -> row.close(table.now()));
        }
        return true;
    }

    @Override
    public boolean fail(String digest, String token, String error) throws SQLException {
        return machine.step("fail", () -> table.fail(digest, token, error));
    }

    @Override
    public void inTransaction(String digest, TransactionWork work) throws Exception {
        machine.transaction(transaction -> {
            boolean isPending = machine.step("lock", () -> isUnlocked(digest), () -> lock(digest, transaction));
            if (isPending) {
                work.run(transaction.connection());
            }
        });
    }

    @Override
    public boolean retry(String digest) throws SQLException {
        return machine.step("retry", () -> table.retry(digest));
    }

    @Override
    public int deleteHandled(long millis) throws SQLException {
        return machine.step("delete", () -> table.deleteHandled(millis));
    }

    @Override
    public List<StoredDelivery> pending(int limit) {
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
}
