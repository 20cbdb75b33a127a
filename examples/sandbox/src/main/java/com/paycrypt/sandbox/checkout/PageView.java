package com.paycrypt.sandbox.checkout;

import com.paycrypt.sandbox.checkout.CheckoutPage.BackView;
import com.paycrypt.sandbox.checkout.CheckoutPage.ClockView;
import com.paycrypt.sandbox.checkout.CheckoutPage.CoinView;
import com.paycrypt.sandbox.checkout.CheckoutPage.DeliveryView;
import com.paycrypt.sandbox.checkout.CheckoutPage.DetailsView;
import com.paycrypt.sandbox.checkout.CheckoutPage.OrderView;
import com.paycrypt.sandbox.checkout.CheckoutPage.PaymentView;
import com.paycrypt.sandbox.checkout.CheckoutPage.TransferView;
import com.paycrypt.sandbox.model.Coin;
import com.paycrypt.sandbox.model.Delivery;
import com.paycrypt.sandbox.model.Order;
import com.paycrypt.sandbox.model.Session;
import com.paycrypt.sandbox.model.State;
import com.paycrypt.sandbox.model.Transfer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Derives the checkout page from a session and its deliveries. */
final class PageView {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Session session;
    private final State state;
    private final List<Delivery> deliveries;
    private final Words words;

    PageView(Session session, List<Delivery> deliveries) {
        this.session = session;
        this.state = session.state();
        this.deliveries = List.copyOf(deliveries);
        this.words = new Words(session, this.deliveries);
    }

    /** The page at the step the customer has reached. */
    CheckoutPage page(Optional<String> notice) {
        return view(session.choice().isEmpty() || isPriceOver(), notice.or(this::priceNotice));
    }

    /** The page at its first step, also once a coin has been chosen. */
    CheckoutPage choosing() {
        return view(state == State.OPEN, Optional.empty());
    }

    /** Changes with everything on the page but its clocks. */
    String version() {
        List<Object> seen = new ArrayList<>();
        deliveries.forEach(delivery -> seen.add(
                List.of(delivery.id(), delivery.status(), delivery.attempts().size())));
        return Integer.toHexString(
                Objects.hash(state, session.transfers(), session.choice(), session.expiresAt(), isPriceOver(), seen));
    }

    long secondsHeld() {
        return session.priceHeldUntil().map(this::secondsUntil).orElse(0L);
    }

    private CheckoutPage view(boolean first, Optional<String> notice) {
        boolean choosing = first && state.isPayable();
        boolean paying = !first && state.isPayable();
        return new CheckoutPage(
                session.id(),
                version(),
                state.label(),
                choosing ? "choose" : paying ? "pay" : "done",
                words.headline(),
                words.lead(choosing),
                Marks.of(state),
                notice,
                words.warnings(),
                order(session.order()),
                state.isPayable() ? clocks(paying) : List.of(),
                choosing ? Arrays.stream(Coin.values()).map(this::coin).toList() : List.of(),
                paying ? Optional.of(payment(session.coin())) : Optional.empty(),
                state == State.PENDING ? words.confirmations() : "",
                session.choice().map(chosen -> details()),
                back(),
                Controls.of(session),
                session.order().webhookUrl().isEmpty(),
                deliveries.stream().map(PageView::delivery).toList());
    }

    /** Whether nothing is to be paid any more although not all of it was. */
    private boolean isOver() {
        return !state.isPayable() && !state.isPaid() && state != State.PENDING;
    }

    private boolean isPriceOver() {
        return state == State.OPEN && session.choice().isPresent() && secondsHeld() == 0;
    }

    private Optional<String> priceNotice() {
        return isPriceOver()
                ? Optional.of("The price was held for " + Session.PRICE_HELD.toMinutes() + " minutes. Choose again.")
                : Optional.empty();
    }

    private static OrderView order(Order order) {
        return new OrderView(
                order.orderId(),
                order.price(),
                order.customerEmail().orElse(""),
                order.successUrl().getHost());
    }

    /** One clock runs for the price of the chosen coin, the other for the payment as a whole. */
    private List<ClockView> clocks(boolean paying) {
        List<ClockView> clocks = new ArrayList<>();
        Instant end = session.expiresAt();
        Optional<Instant> held = session.priceHeldUntil().filter(until -> paying && until.isBefore(end));
        held.ifPresent(until -> clocks.add(clock("price", "Price held for", until)));
        clocks.add(clock("countdown", paying ? "Time left to pay" : "Time left to choose and pay", end));
        return clocks;
    }

    private ClockView clock(String id, String label, Instant until) {
        long left = secondsUntil(until);
        String text = String.format(Locale.ROOT, "%02d:%02d", left / 60, left % 60);
        return new ClockView(id, label, left, text, TIME.format(until));
    }

    private long secondsUntil(Instant moment) {
        return Math.max(0, Duration.between(session.asOf(), moment).toSeconds());
    }

    private CoinView coin(Coin coin) {
        Order order = session.order();
        String amount = coin.quote(order.amount(), order.currency()).toPlainString();
        return new CoinView(
                coin.label(), coin.symbol(), coin.coinName(), coin.network(), amount, coin == session.coin());
    }

    private PaymentView payment(Coin coin) {
        String address = Address.of(session, coin);
        boolean rest = session.received().signum() > 0;
        return new PaymentView(
                coin.symbol(),
                coin.coinName(),
                coin.network(),
                rest ? "Send the rest, exactly" : "Send exactly",
                session.due().toPlainString(),
                address,
                QrSvg.of(PaymentUri.of(coin, address, session.due())),
                state == State.OPEN);
    }

    private DetailsView details() {
        Coin coin = session.coin();
        String currency = session.order().currency();
        return new DetailsView(
                "1 " + coin.symbol() + " = " + coin.rate(currency).toPlainString() + " " + currency,
                amount(session.quoted(), coin),
                amount(session.received(), coin),
                isOver() ? "" : amount(session.due(), coin),
                session.transfers().stream().map(PageView::transfer).toList());
    }

    private static TransferView transfer(Transfer transfer) {
        String progress = transfer.confirmations() + " of " + transfer.coin().confirmations() + " confirmations"
                + (transfer.counts() ? "" : ", does not count");
        return new TransferView(
                amount(transfer.amount(), transfer.coin()) + " on "
                        + transfer.coin().network(),
                transfer.id(),
                progress);
    }

    private static String amount(BigDecimal coins, Coin coin) {
        return coins.toPlainString() + " " + coin.symbol();
    }

    private Optional<BackView> back() {
        if (state.isPayable()) {
            return Optional.empty();
        }
        boolean good = state.isPaid() || state == State.PENDING;
        String url = (good ? session.order().successUrl() : session.order().cancelUrl()).toString();
        return Optional.of(new BackView(url, state == State.PENDING ? "" : "primary"));
    }

    private static DeliveryView delivery(Delivery delivery) {
        return new DeliveryView(
                delivery.id(), delivery.type(), delivery.status().label());
    }
}
