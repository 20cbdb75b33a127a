package com.paycrypt.sandbox.checkout;

import com.paycrypt.sandbox.delivery.Delivery;
import com.paycrypt.sandbox.session.Method;
import com.paycrypt.sandbox.session.Order;
import com.paycrypt.sandbox.session.Session;
import com.paycrypt.sandbox.session.State;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What fills the checkout page. */
final class CheckoutView {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Session session;
    private final Instant now;
    private final List<Delivery> deliveries;

    CheckoutView(Session session, Instant now, List<Delivery> deliveries) {
        this.session = session;
        this.now = now;
        this.deliveries = List.copyOf(deliveries);
    }

    /** The page at the step the customer has reached. */
    Map<String, Object> page(Optional<String> notice) {
        return view(session.method() == null, notice);
    }

    /** The page at its first step, also once a coin has been chosen. */
    Map<String, Object> choosing() {
        return view(session.state() == State.OPEN, Optional.empty());
    }

    private Map<String, Object> view(boolean choosing, Optional<String> notice) {
        Map<String, Object> view = new LinkedHashMap<>();
        State state = session.state();
        view.put("id", session.id());
        view.put("state", state.label());
        view.put("headline", Headline.of(state));
        view.put("explanation", Headline.explanation(state, session.order().webhookUrl() != null));
        view.put(state.label(), true);
        view.put("settled", !state.isPayable() && state != State.PENDING);
        view.put("step", state.isPayable() ? choosing ? "choose" : "pay" : "done");
        view.put("choose", state.isPayable() && choosing);
        notice.ifPresent(text -> view.put("notice", text));
        addOrder(view, session.order());
        addDeadline(view);
        addMethods(view, choosing);
        view.put("deliveries", deliveries.stream().map(CheckoutView::row).toList());
        view.put("told", !deliveries.isEmpty());
        return view;
    }

    private void addOrder(Map<String, Object> view, Order order) {
        view.put("orderId", order.orderId());
        view.put("amount", order.amount().toPlainString() + " " + order.currency());
        view.put("email", Optional.ofNullable(order.customerEmail()).orElse(""));
        view.put("shop", order.successUrl().getHost());
        view.put("successUrl", order.successUrl().toString());
        view.put("cancelUrl", order.cancelUrl().toString());
        view.put("paid", session.state() == State.PAID || session.state() == State.OVERPAID);
        view.put("webhook", order.webhookUrl() != null);
    }

    private void addDeadline(Map<String, Object> view) {
        long left = session.secondsLeft(now);
        view.put("secondsLeft", left);
        view.put("timeLeft", String.format(Locale.ROOT, "%02d:%02d", left / 60, left % 60));
        view.put("deadline", TIME.format(session.expiresAt()));
        view.put("payable", session.state().isPayable());
        view.put("detectable", session.state().isPayable());
        view.put("failable", session.state().isPayable() || session.state() == State.PENDING);
    }

    private void addMethods(Map<String, Object> view, boolean choosing) {
        view.put("methods", Arrays.stream(Method.values()).map(this::option).toList());
        Method method = session.method();
        if (method != null && !choosing && session.state().isPayable()) {
            String address = Address.of(session, method);
            view.put("pay", payment(method, address));
            if (session.state() == State.OPEN) {
                view.put("explanation", "Scan the code, or copy the amount and the address into your wallet.");
            }
        }
    }

    private Map<String, Object> payment(Method method, String address) {
        return Map.of(
                "coin", method.coin(),
                "coinName", method.coinName(),
                "network", method.network(),
                "coinAmount", session.toSend(method).toPlainString(),
                "received", session.received(method).toPlainString(),
                "address", address,
                "qr", QrSvg.of(address));
    }

    private static Map<String, Object> row(Delivery delivery) {
        return Map.of(
                "id", delivery.id(),
                "type", delivery.type(),
                "status", delivery.status().label());
    }

    private Map<String, Object> option(Method method) {
        Method preselected = session.method() == null ? Method.BTC_BITCOIN : session.method();
        return Map.of(
                "label", method.label(),
                "coin", method.coin(),
                "coinName", method.coinName(),
                "network", method.network(),
                "coinAmount", method.quote(session.order().amount()).toPlainString(),
                "checked", method == preselected);
    }
}
