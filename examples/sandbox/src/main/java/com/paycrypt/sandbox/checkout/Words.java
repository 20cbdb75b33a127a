package com.paycrypt.sandbox.checkout;

import com.paycrypt.sandbox.model.Coin;
import com.paycrypt.sandbox.model.Delivery;
import com.paycrypt.sandbox.model.Session;
import com.paycrypt.sandbox.model.Transfer;
import com.paycrypt.sandbox.model.Transfer.Arrival;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** What the page says of a session: every sentence about money follows from what came in. */
final class Words {
    private static final String NOT_LOST =
            " It is not lost: the shop can see it and has to return it. Do not pay again before the shop has answered.";

    private final Session session;
    private final List<Delivery> deliveries;

    Words(Session session, List<Delivery> deliveries) {
        this.session = session;
        this.deliveries = List.copyOf(deliveries);
    }

    String headline() {
        return switch (session.state()) {
            case OPEN -> "Pay with crypto";
            case PENDING -> "Payment seen";
            case UNDERPAID -> "Part of the amount is missing";
            case PAID -> "Payment complete";
            case OVERPAID -> "Paid, with too much";
            case FAILED -> "Payment failed";
            case CANCELLED -> "Payment cancelled";
            case EXPIRED -> "Time is up";
        };
    }

    String lead(boolean choosing) {
        return switch (session.state()) {
            case OPEN ->
                choosing
                        ? "Choose a coin and a network, then send the exact amount."
                        : "Scan the code, or copy the amount and the address into your wallet.";
            case PENDING ->
                amount(session.received()) + " came in. Nothing more is to be sent; the network confirms it.";
            case UNDERPAID ->
                amount(session.received()) + " of " + amount(session.quoted())
                        + " came in. Send the rest before the time is up.";
            case PAID -> amount(session.confirmed()) + " came in. " + told() + "You can go back now.";
            case OVERPAID ->
                amount(session.confirmed()) + " came in, "
                        + amount(session.confirmed().subtract(session.quoted()))
                        + " more than the amount. Ask the shop for the difference.";
            case FAILED -> over("The payment did not go through.", "The payment failed");
            case CANCELLED -> over("You went back before paying.", "You went back");
            case EXPIRED -> over("This payment was not made in time. Start again in the shop.", "Time ran out");
        };
    }

    /** Coins that came but do not count: too late, or not those that were asked for. */
    List<String> warnings() {
        return session.uncounted().stream().map(this::warning).toList();
    }

    private String warning(Transfer stray) {
        String came = stray.amount().toPlainString() + " " + stray.coin().symbol() + " came in on "
                + stray.coin().network();
        return stray.arrival() == Arrival.LATE
                ? came + " after this payment was over." + NOT_LOST
                : came + ", but this payment is in " + session.coin().symbol() + " on "
                        + session.coin().network() + ". It does not count, and it may be lost: ask the shop about it.";
    }

    /** While something did come in, it is never said that nothing was taken. */
    private String over(String nothing, String ended) {
        boolean counted = session.transfers().stream().anyMatch(Transfer::counts);
        if (counted) {
            return ended + " after " + amount(session.received()) + " of " + amount(session.quoted()) + " had come in."
                    + NOT_LOST;
        }
        return session.transfers().isEmpty() ? nothing + " Nothing came in." : "This payment is over.";
    }

    /** What became of the newest webhook, which is the one about the payment. */
    private String told() {
        return deliveries.stream()
                .reduce((earlier, later) -> later)
                .map(newest -> switch (newest.status()) {
                    case DELIVERED -> "The shop was told. ";
                    case FAILED, NOT_SENT ->
                        "The shop could not be told: if your order stays unpaid, show it this page. ";
                    default -> "The shop is being told. ";
                })
                .orElse("");
    }

    String confirmations() {
        return session.transfers().stream()
                .filter(transfer -> transfer.counts() && !transfer.isConfirmed())
                .map(transfer ->
                        transfer.confirmations() + " of " + transfer.coin().confirmations() + " confirmations")
                .collect(Collectors.joining(", "));
    }

    private String amount(BigDecimal coins) {
        Coin coin = session.coin();
        return coins.toPlainString() + " " + coin.symbol();
    }
}
