package com.paycrypt.sandbox.ledger;

import com.paycrypt.sandbox.model.Fact.Kind;
import com.paycrypt.sandbox.model.Session;
import com.paycrypt.sandbox.model.Session.Choice;
import com.paycrypt.sandbox.model.Transfer;
import com.paycrypt.sandbox.model.Transfer.Arrival;

/** Writes what a change did to a session into the journal, one fact per thing that is different. */
final class Narration {
    private final Journal journal;

    Narration(Journal journal) {
        this.journal = journal;
    }

    void tell(Session before, Session after) {
        String id = after.id();
        if (!after.choice().map(Choice::coin).equals(before.choice().map(Choice::coin))) {
            journal.add(
                    Kind.PAGE,
                    id,
                    "chose " + after.coin().symbol() + " on " + after.coin().network());
        }
        if (!after.expiresAt().equals(before.expiresAt())) {
            journal.add(Kind.SETTING, id, "expires in " + after.secondsLeft() + " s");
        }
        for (int n = 0; n < after.transfers().size(); n++) {
            tell(before, after.transfers().get(n), n, id);
        }
        if (after.state() != before.state()) {
            journal.add(
                    Kind.STATE,
                    id,
                    before.state().label() + " -> " + after.state().label());
        }
    }

    private void tell(Session before, Transfer transfer, int n, String id) {
        if (n >= before.transfers().size()) {
            journal.add(Kind.TRANSFER, id, amount(transfer) + " came in, " + confirmations(transfer) + why(transfer));
        } else if (before.transfers().get(n).confirmations() != transfer.confirmations()) {
            journal.add(Kind.TRANSFER, id, amount(transfer) + " has " + confirmations(transfer));
        }
    }

    private static String amount(Transfer transfer) {
        return transfer.amount().toPlainString() + " " + transfer.coin().symbol() + " on "
                + transfer.coin().network();
    }

    private static String confirmations(Transfer transfer) {
        return transfer.confirmations() + " of " + transfer.coin().confirmations() + " confirmations";
    }

    private static String why(Transfer transfer) {
        if (transfer.counts()) {
            return "";
        }
        return transfer.arrival() == Arrival.LATE
                ? "; it does not count: the session was over"
                : "; it does not count: another coin was chosen";
    }
}
