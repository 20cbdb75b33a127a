package com.paycrypt.sdk.webhook;

import java.io.PrintStream;

/** A shop in a process of its own, which is sent orders without pause and prints each that it has responded to with 200. */
final class ChaosShop {
    private static final int SENDERS = 4;
    private static final PrintStream OUT = System.out;

    private ChaosShop() {}

    public static void main(String[] arguments) {
        WebhookInbox inbox = WebhookInbox.jdbc(new ChaosPool(arguments[0], 16, 500));
        WebhookHandler handler = inbox.inTransaction(InboxFixture::ship);
        WebhookWorkers unused = inbox.start(handler);
        for (int i = 0; i < SENDERS; i++) {
            String prefix = arguments[1] + "-" + i + "-";
            new Thread(() -> send(prefix, inbox, handler)).start();
        }
    }

    private static void send(String prefix, WebhookInbox inbox, WebhookHandler handler) {
        for (int number = 0; number < Integer.MAX_VALUE; number++) {
            String order = prefix + number;
            if (InboxFixture.receive(inbox, handler, InboxFixture.delivery(order)) == 200) {
                OUT.println(order + ".");
            }
        }
    }
}
