package com.paycrypt.sandbox.ledger;

import com.paycrypt.sandbox.model.Coin;
import com.paycrypt.sandbox.model.Order;
import com.paycrypt.sandbox.model.Session;
import com.paycrypt.sandbox.model.Session.Choice;
import com.paycrypt.sandbox.model.Session.Ending;
import com.paycrypt.sandbox.model.Transfer;
import com.paycrypt.sandbox.model.Transfer.Arrival;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Makes the next session out of one. */
final class Successor {
    private final Session session;

    private Successor(Session session) {
        this.session = session;
    }

    static Successor of(Session session) {
        return new Successor(session);
    }

    static Session first(String id, long number, Order order, Instant now) {
        return new Session(
                id, number, order, now, now.plus(Session.LIFETIME), Optional.empty(), List.of(), Optional.empty(), now);
    }

    Session asOf(Instant now) {
        return with(session.expiresAt(), session.choice(), session.transfers(), session.ending(), now);
    }

    Session choosing(Coin coin) {
        Choice choice = new Choice(coin, session.asOf());
        boolean same = session.choice().filter(chosen -> chosen.coin() == coin).isPresent()
                && !session.transfers().isEmpty();
        return same
                ? session
                : with(session.expiresAt(), Optional.of(choice), session.transfers(), session.ending(), session.asOf());
    }

    Session expiringAt(Instant deadline) {
        return with(deadline, session.choice(), session.transfers(), session.ending(), session.asOf());
    }

    Session ended(Ending ending) {
        return with(session.expiresAt(), session.choice(), session.transfers(), Optional.of(ending), session.asOf());
    }

    /** What comes in without a choice is by the coin that came. */
    Session receiving(Coin coin, BigDecimal amount, int confirmations) {
        Choice choice = session.choice().orElse(new Choice(coin, session.asOf()));
        List<Transfer> transfers = new ArrayList<>(session.transfers());
        transfers.add(new Transfer(
                transaction(),
                coin,
                amount.setScale(coin.digits(), RoundingMode.DOWN),
                Math.min(confirmations, coin.confirmations()),
                session.asOf(),
                arrival(coin, choice.coin())));
        return with(session.expiresAt(), Optional.of(choice), transfers, session.ending(), session.asOf());
    }

    Session confirmed(int blocks) {
        List<Transfer> transfers = session.transfers().stream()
                .map(transfer -> confirmed(transfer, blocks))
                .toList();
        return with(session.expiresAt(), session.choice(), transfers, session.ending(), session.asOf());
    }

    private static Transfer confirmed(Transfer transfer, int blocks) {
        int reached = (int) Math.min(transfer.coin().confirmations(), (long) transfer.confirmations() + blocks);
        return new Transfer(
                transfer.id(), transfer.coin(), transfer.amount(), reached, transfer.at(), transfer.arrival());
    }

    private Arrival arrival(Coin sent, Coin chosen) {
        if (session.state().isOver()) {
            return Arrival.LATE;
        }
        return sent == chosen ? Arrival.COUNTED : Arrival.OTHER_COIN;
    }

    private String transaction() {
        try {
            String text = session.id() + '/' + session.transfers().size();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sandbox" + HexFormat.of().formatHex(hash, 0, 28);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private Session with(
            Instant expiresAt,
            Optional<Choice> choice,
            List<Transfer> transfers,
            Optional<Ending> ending,
            Instant asOf) {
        return new Session(
                session.id(),
                session.number(),
                session.order(),
                session.createdAt(),
                expiresAt,
                choice,
                transfers,
                ending,
                asOf);
    }
}
