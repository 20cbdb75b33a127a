package com.paycrypt.sdk.spring.internal.webhook;

import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookHandler;
import com.paycrypt.sdk.webhook.WebhookInbox;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a handler in a transaction of the application's, in which the inbox's row is completed as well: what the handler
 * writes, by JPA, JDBC or Spring Data, is there exactly once, whatever dies when.
 *
 * <p>Code that suspends the transaction (REQUIRES_NEW, NOT_SUPPORTED) commits by itself, and may do so twice. The log
 * says so once.
 */
final class InboxTransaction implements AroundHandler {
    private static final Logger LOG = System.getLogger(InboxTransaction.class.getName());

    private final WebhookInbox inbox;
    private final DataSource dataSource;
    private final TransactionTemplate transaction;
    private final AtomicBoolean suspensionLogged = new AtomicBoolean();

    InboxTransaction(WebhookInbox inbox, DataSource dataSource, PlatformTransactionManager transactions) {
        this.inbox = inbox;
        this.dataSource = dataSource;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void handle(WebhookEvent event, WebhookHandler handler) throws Exception {
        try {
            transaction.executeWithoutResult(status -> run(event, handler));
        } catch (UndeclaredThrowableException wrapped) {
            throw wrapped.getUndeclaredThrowable() instanceof Exception checked ? checked : wrapped;
        }
    }

    /** The row comes first: of two that handle the same delivery, the second waits for the first. */
    private void run(WebhookEvent event, WebhookHandler handler) {
        try {
            complete(event);
            TransactionSynchronizationManager.registerSynchronization(new Suspension(event));
            handler.handle(event);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new UndeclaredThrowableException(failure);
        }
    }

    private void complete(WebhookEvent event) throws SQLException {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            if (!DataSourceUtils.isConnectionTransactional(connection, dataSource)) {
                throw new IllegalStateException("the transaction manager does not expose its connection, so the inbox's"
                        + " row cannot be completed in its transaction: set"
                        + " paycrypt.webhook.inbox.application-transaction=false");
            }
            inbox.complete(event, connection);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** Sees that the handler's code leaves the transaction. */
    private final class Suspension implements TransactionSynchronization {
        private final WebhookEvent event;

        private Suspension(WebhookEvent event) {
            this.event = event;
        }

        @Override
        public void suspend() {
            if (suspensionLogged.compareAndSet(false, true)) {
                LOG.log(
                        Level.WARNING,
                        "The code that handled a PayCrypt webhook of type {0} suspended the transaction of the inbox"
                                + " (REQUIRES_NEW or NOT_SUPPORTED): what it commits by itself may be there twice after"
                                + " a crash. Use REQUIRED, or make it idempotent",
                        event.type());
            }
        }
    }
}
