package com.paycrypt.sdk.spring.internal.webhook;

import com.paycrypt.sdk.webhook.WebhookInbox;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.PlatformTransactionManager;

/** Decides whether handlers run in the application's transaction: if it is one of the inbox's database. */
public final class ApplicationTransactions {
    private static final Logger LOG = System.getLogger(ApplicationTransactions.class.getName());

    private ApplicationTransactions() {}

    /**
     * Chooses the transaction of handlers, and logs at the start what was chosen.
     *
     * @param inbox the inbox
     * @param database its database, if that is known
     * @param transactions the application's transaction manager, if there is one
     * @return the transaction, or nothing
     */
    public static AroundHandler around(
            WebhookInbox inbox, @Nullable DataSource database, @Nullable PlatformTransactionManager transactions) {
        if (database == null || transactions == null) {
            LOG.log(
                    Level.WARNING,
                    "Handlers of PayCrypt's webhooks run outside of the inbox's transaction: there is no DataSource and"
                            + " transaction manager, or more than one. After a crash an effect may be there twice;"
                            + " mark one of each as @Primary, or make handlers idempotent");
            return AroundHandler.nothing();
        }
        DataSource managed = dataSource(transactions);
        if (managed == null || !target(managed).equals(target(database))) {
            LOG.log(
                    Level.WARNING,
                    "Handlers of PayCrypt''s webhooks run outside of the inbox''s transaction: {0} manages another"
                            + " database than the inbox''s. After a crash an effect may be there twice; keep the inbox"
                            + " in the database of the orders, or make handlers idempotent",
                    transactions.getClass().getSimpleName());
            return AroundHandler.nothing();
        }
        LOG.log(
                Level.INFO,
                "Handlers of PayCrypt''s webhooks run in a transaction of {0}, together with the inbox",
                transactions.getClass().getSimpleName());
        return new InboxTransaction(inbox, managed, transactions);
    }

    /** Those of JDBC and of JPA have it as a property; others have none. */
    private static @Nullable DataSource dataSource(PlatformTransactionManager transactions) {
        BeanWrapper bean = PropertyAccessorFactory.forBeanPropertyAccess(transactions);
        return bean.isReadableProperty("dataSource")
                        && bean.getPropertyValue("dataSource") instanceof DataSource dataSource
                ? dataSource
                : null;
    }

    private static DataSource target(DataSource dataSource) {
        return dataSource instanceof DelegatingDataSource proxy && proxy.getTargetDataSource() != null
                ? target(proxy.getTargetDataSource())
                : dataSource;
    }
}
