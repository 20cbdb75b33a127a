package com.paycrypt.sandbox.checkout;

import com.paycrypt.sandbox.checkout.CheckoutPage.ControlView;
import com.paycrypt.sandbox.checkout.CheckoutPage.FieldView;
import com.paycrypt.sandbox.model.Session;
import com.paycrypt.sandbox.model.State;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The buttons that stand for what customers, wallets and networks do; only those that do something are there. */
final class Controls {
    private Controls() {}

    /**
     * Returns the controls of a session.
     *
     * @param session the session
     * @return its controls, the most wanted first
     */
    static List<ControlView> of(Session session) {
        State state = session.state();
        List<ControlView> controls = new ArrayList<>();
        if (state.isPayable()) {
            payable(session, controls);
        }
        if (state == State.PENDING) {
            controls.add(button("pay", "Confirm"));
            controls.add(button("confirm", "Add 1 block", new FieldView("blocks", "1", "hidden", "")));
        }
        if (state.isPayable() || state == State.PENDING) {
            controls.add(button("fail", "Fail"));
        }
        if (state == State.OPEN) {
            controls.add(button("cancel", "Cancel"));
        }
        if (state.isPaid()) {
            controls.add(button("twice", "Pay once more"));
        }
        if (state.isPayable() || state.isOver()) {
            controls.add(button("late", "Pay too late"));
        }
        return controls;
    }

    private static void payable(Session session, List<ControlView> controls) {
        boolean rest = session.state() == State.UNDERPAID;
        controls.add(
                button("pay", rest ? "Pay the rest" : "Pay " + session.order().price()));
        String some = part(session.order().amount());
        controls.add(new ControlView(
                "pay",
                "pay-some",
                "Pay this",
                List.of(new FieldView("amount", some, "text", session.order().currency()))));
        controls.add(button("detect", "Seen, not confirmed"));
        controls.add(button("underpay", "Pay half"));
        controls.add(button("overpay", "Pay too much"));
        controls.add(button("twice", "Pay twice"));
        controls.add(button("stray", "Send another coin"));
        controls.add(new ControlView(
                "expire", "expire", "Expire in 5 s", List.of(new FieldView("seconds", "5", "hidden", ""))));
    }

    private static String part(BigDecimal amount) {
        BigDecimal tenth = amount.movePointLeft(1).setScale(Math.max(0, amount.scale()), RoundingMode.UP);
        return tenth.signum() > 0 ? tenth.toPlainString() : "1";
    }

    private static ControlView button(String action, String text, FieldView... fields) {
        return new ControlView(action, action, text, List.of(fields));
    }
}
