package com.paycrypt.examples.documentation;

// region program
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.money.Money;
import com.paycrypt.sdk.webhook.Payment;
import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookHandler;
import com.paycrypt.sdk.webhook.WebhookInbox;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import com.paycrypt.sdk.webhook.WebhookWorkers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Marks orders as paid, each of them once, whatever fails at any moment. */
public final class InboxShop implements AutoCloseable {
    private final WebhookReceiver receiver;
    private final WebhookWorkers workers;

    public InboxShop(DataSource dataSource, Credentials credentials) {
        WebhookInbox inbox = WebhookInbox.jdbc(dataSource).createTable();
        WebhookHandler handler = inbox.inTransaction(InboxShop::markPaid);
        receiver = WebhookReceiver.builder(credentials)
                .replayGuard(inbox)
                .handler(handler)
                .build();
        workers = inbox.start(handler); // they process again what failed
    }

    public WebhookReceiver receiver() {
        return receiver;
    }

    private static void markPaid(WebhookEvent event, Connection connection) throws SQLException {
        Payment payment = event.payment();
        if (payment.state() != Payment.State.PAID) {
            return;
        }
        Money paid = payment.amount().orElseThrow();
        try (PreparedStatement update = connection.prepareStatement("UPDATE orders SET status = 'paid'"
                + " WHERE id = ? AND status = 'open' AND amount = ? AND currency = ?")) {
            update.setString(1, payment.orderId().orElseThrow());
            update.setBigDecimal(2, paid.amount());
            update.setString(3, paid.currency());
            update.executeUpdate();
        }
    }

    @Override
    public void close() {
        workers.close();
    }
}
// endregion
