package com.paycrypt.sandbox.console;

import java.util.List;
import java.util.Optional;

/**
 * What fills the console.
 *
 * @param version the number of the last fact
 * @param baseUrl what a shop is pointed at
 * @param key the merchant's key
 * @param now the sandbox's time
 * @param forgotten how many sessions were forgotten, empty if none
 * @param sessions the newest sessions
 * @param olderSessions the number to go on from, empty if there are no more
 * @param selected the session whose timeline is shown
 * @param deliveries the newest deliveries
 * @param olderDeliveries the number to go on from, empty if there are no more
 * @param rejected the newest rejected requests
 * @param dialects the dialects
 * @param faults what can be made to go wrong
 * @param rules the rules in force
 */
record ConsolePage(
        String version,
        String baseUrl,
        String key,
        String now,
        String forgotten,
        List<SessionRow> sessions,
        String olderSessions,
        Optional<Selected> selected,
        List<DeliveryRow> deliveries,
        String olderDeliveries,
        List<RejectedRow> rejected,
        List<Option> dialects,
        List<String> faults,
        List<String> rules) {

    boolean anySession() {
        return !sessions.isEmpty();
    }

    boolean anyDelivery() {
        return !deliveries.isEmpty();
    }

    boolean anyRejected() {
        return !rejected.isEmpty();
    }

    boolean anyRule() {
        return !rules.isEmpty();
    }

    /** A session in the list. */
    record SessionRow(String sessionId, String time, String orderId, String price, String state, boolean isSelected) {}

    /** The session whose timeline is shown. */
    record Selected(
            String selectedId,
            String selectedOrder,
            String selectedPrice,
            String selectedState,
            List<FactRow> timeline,
            List<Scenario> scenarios) {}

    /** A fact of the timeline. */
    record FactRow(String factTime, String kind, String text, String deliveryId) {}

    /** A scenario that can be played with the selected session. */
    record Scenario(String action, String caption) {}

    /** A delivery in the list. */
    record DeliveryRow(
            String rowId, String type, String orderId, String url, String status, String outcome, String took) {}

    /** A rejected request in the list. */
    record RejectedRow(String rejectedId, String rejectedTime, String line, String reason, String first) {}

    /** A choice of a list. */
    record Option(String label, boolean chosen) {}
}
