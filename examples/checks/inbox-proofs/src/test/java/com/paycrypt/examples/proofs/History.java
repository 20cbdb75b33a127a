package com.paycrypt.examples.proofs;

import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** What happens in one history, and whether it may: the invariants are checked here. */
final class History {
    private static final int MAX_FAULTS = 5;

    private final Plan plan;
    private final Table table;
    private final Scheduler scheduler;
    private final Ledger ledger = new Ledger();
    private final List<String> trace = new ArrayList<>();
    private final boolean isTraced;
    private boolean isCalm;
    private int faults;
    private int failures;
    private String violation;

    History(Plan plan, Mutant mutant, Executor threads, boolean isTraced) {
        this.plan = plan;
        this.table = new Table(mutant);
        this.scheduler = new Scheduler(threads);
        this.isTraced = isTraced;
    }

    Plan plan() {
        return plan;
    }

    Table table() {
        return table;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    long now() {
        return table.now();
    }

    Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return Instant.ofEpochMilli(now());
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    /** From now on nothing fails: what is pending must come to its end. */
    void calmDown() {
        isCalm = true;
    }

    boolean faultHappens() {
        boolean happens = plan.hasFaults && !isCalm && faults < MAX_FAULTS && plan.oneIn(40);
        faults += happens ? 1 : 0;
        return happens;
    }

    void fault() {
        faults++;
    }

    void handlerFails() {
        failures++;
    }

    /** A copy, a person or a process without workers had a delivery of the session handled out of its turn. */
    void isOutOfOrder(String session) {
        ledger.outOfOrder(session);
    }

    void begins(WebhookEvent event) {
        String order = order(event);
        trace("handler begins " + order);
        ledger.begun();
        Row row = row(order);
        if (row == null || ledger.isOutOfOrder(row.session())) {
            return;
        }
        for (Row other : table.rows()) {
            if (other != row && other.session().equals(row.session()) && other.precedes(row) && other.isOpen()) {
                violated("order per session: " + order + " is handled while " + other.delivery.orderId()
                        + " of the same session is pending");
            }
        }
    }

    void shipped(WebhookEvent event) {
        String order = order(event);
        trace("shipped " + order);
        int times = ledger.shipped(order);
        boolean onceAtMost = plan.style != Plan.Style.PLAIN || (faults == 0 && failures == 0 && !plan.hasFaults);
        if (times > 1 && onceAtMost) {
            violated("effect at most once: " + order + " is shipped " + times + " times");
        }
    }

    void answered(SignedWebhook delivery, int status) {
        String order = order(delivery);
        trace("answered " + status + " " + order);
        if (status == 200) {
            ledger.promised(order);
            if (row(order) == null && ledger.timesShipped(order) == 0) {
                violated("200 means stored or handled: " + order + " is neither");
            }
        }
    }

    /** At the end nothing is pending, and whatever was promised is done. */
    void checkEnd() {
        for (Row row : table.rows()) {
            String order = row.delivery.orderId();
            if (row.isOpen()) {
                violated("nothing pending for ever: " + order + " is " + row.state + " on lane " + row.lane);
            } else if (row.state == Row.State.EXHAUSTED) {
                checkExhausted(order);
            } else if (ledger.timesShipped(order) == 0) {
                violated("effect at least once: " + order + " is handled without effect");
            }
        }
        for (String order : ledger.promised()) {
            if (row(order) == null && ledger.timesShipped(order) == 0) {
                violated("effect at least once: " + order + " was answered 200 and is lost");
            }
        }
    }

    private void checkExhausted(String order) {
        if (ledger.begunTimes() + faults + failures < Table.MAX_ATTEMPTS) {
            violated("no attempt is wasted: " + order + " is exhausted");
        }
    }

    private static String order(WebhookEvent event) {
        return event.payment().orderId().orElseThrow();
    }

    private static String order(SignedWebhook delivery) {
        return Deliveries.order(delivery.body());
    }

    private Row row(String order) {
        for (Row row : table.rows()) {
            if (order.equals(row.delivery.orderId())) {
                return row;
            }
        }
        return null;
    }

    private void violated(String what) {
        trace("VIOLATED " + what);
        if (violation == null) {
            violation = what;
        }
    }

    String violation() {
        return violation;
    }

    void trace(String what) {
        if (isTraced) {
            trace.add((now() - 1_700_000_000_000L) + " ms: " + what);
        }
    }

    List<String> traced() {
        return trace;
    }
}
