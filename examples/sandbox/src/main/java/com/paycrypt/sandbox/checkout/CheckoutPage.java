package com.paycrypt.sandbox.checkout;

import java.util.List;
import java.util.Optional;

/**
 * What fills the checkout page.
 *
 * @param id the session's id
 * @param version changes whenever the page does, its clocks aside
 * @param state the session's state
 * @param step {@code choose}, {@code pay} or {@code done}
 * @param headline what is the case
 * @param lead what that means and what to do
 * @param mark the sign beside the headline
 * @param notice what went wrong with the last form, if it did
 * @param warnings coins that came but do not count
 * @param order the order
 * @param clocks the times left; none once nothing is to be paid any more
 * @param choice the coins to choose from, in the first step
 * @param payment what to send, in the second step
 * @param confirmations how far the network is, while it confirms
 * @param details rate, amounts and transactions, once a coin was chosen
 * @param back the way back to the shop
 * @param controls what the sandbox can be told to do
 * @param unannounced whether the session has no webhook URL
 * @param deliveries the webhooks of this payment
 */
record CheckoutPage(
        String id,
        String version,
        String state,
        String step,
        String headline,
        String lead,
        String mark,
        Optional<String> notice,
        List<String> warnings,
        OrderView order,
        List<ClockView> clocks,
        List<CoinView> choice,
        Optional<PaymentView> payment,
        String confirmations,
        Optional<DetailsView> details,
        Optional<BackView> back,
        List<ControlView> controls,
        boolean unannounced,
        List<DeliveryView> deliveries) {

    boolean choosing() {
        return !choice.isEmpty();
    }

    boolean controllable() {
        return !controls.isEmpty();
    }

    boolean announced() {
        return !deliveries.isEmpty();
    }

    /** The order. */
    record OrderView(String orderId, String price, String email, String shop) {}

    /** A time that runs down. */
    record ClockView(String clockId, String label, long seconds, String left, String until) {}

    /** A coin to choose. */
    record CoinView(String label, String symbol, String coinName, String network, String coinAmount, boolean checked) {}

    /** What to send, and where to. */
    record PaymentView(
            String symbol,
            String coinName,
            String network,
            String amountLabel,
            String coinAmount,
            String address,
            String qr,
            boolean changeable) {}

    /** What a careful customer wants to know. */
    record DetailsView(String rate, String quoted, String received, String due, List<TransferView> transfers) {
        boolean any() {
            return !transfers.isEmpty();
        }
    }

    /** A transaction. */
    record TransferView(String amountText, String transaction, String progress) {}

    /** The way back to the shop. */
    record BackView(String url, String style) {}

    /** A button that stands for what wallets and networks do. */
    record ControlView(String action, String buttonId, String text, List<FieldView> fields) {}

    /** A field of a control. */
    record FieldView(String name, String value, String type, String caption) {
        boolean hidden() {
            return type.equals("hidden");
        }
    }

    /** A webhook. */
    record DeliveryView(String deliveryId, String type, String status) {}
}
