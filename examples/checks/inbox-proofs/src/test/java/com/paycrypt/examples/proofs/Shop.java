package com.paycrypt.examples.proofs;

import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookHandler;
import com.paycrypt.sdk.webhook.WebhookInbox;
import java.io.IOException;
import java.sql.Connection;

/** The handler of a simulated shop: ships an order, in one of the ways in which that can be done. */
final class Shop {
    private final Machine machine;
    private final WebhookInbox inbox;
    private final History history;

    Shop(Machine machine, WebhookInbox inbox) {
        this.machine = machine;
        this.inbox = inbox;
        this.history = machine.history();
    }

    WebhookHandler handler() {
        WebhookHandler ship = switch (history.plan().style) {
            case IN_TRANSACTION -> inbox.inTransaction(this::shipIn);
            case JOINED -> this::shipJoined;
            case PLAIN -> this::shipPlain;
        };
        return event -> {
            history.begins(event);
            maybeFail("before");
            beSlow();
            ship.handle(event);
            maybeFail("after");
        };
    }

    private void shipIn(WebhookEvent event, Connection connection) throws IOException {
        machine.pause("ship", () -> true);
        Transaction.of(connection).write(effect(event));
        maybeFail("in transaction");
    }

    private void shipJoined(WebhookEvent event) throws Exception {
        try {
            machine.transaction(transaction -> {
                machine.pause("ship", () -> true);
                transaction.write(effect(event));
                inbox.complete(event, transaction.connection());
                maybeFail("in joined transaction");
            });
        } catch (IOException e) {
            if (history.plan().oneIn(2)) {
                throw e;
            }
            // Rolled back, and the handler returns as if nothing had happened.
        }
    }

    private void shipPlain(WebhookEvent event) {
        machine.pause("ship", () -> true);
        effect(event).run();
    }

    /** If the fault is planted, the row is committed without it. */
    private Runnable effect(WebhookEvent event) {
        return history.table().mutant() == Mutant.COMMITS_THE_ROW_ALONE ? () -> {} : () -> history.shipped(event);
    }

    private void beSlow() {
        if (history.plan().isSlow) {
            long until = history.now() + history.plan().random.nextInt(150_000);
            machine.pause("slow", () -> history.now() >= until);
        }
    }

    private void maybeFail(String when) throws IOException {
        if (history.plan().fails()) {
            history.handlerFails();
            throw new IOException("the handler fails " + when);
        }
    }
}
