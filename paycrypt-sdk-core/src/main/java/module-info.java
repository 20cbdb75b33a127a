/** The PayCrypt SDK for Java: a signing client for payment sessions and a verifier for webhooks. */
@SuppressWarnings("opens") // The migration files lie in directories without classes.
module com.paycrypt.sdk {
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires static transitive java.sql;
    requires transitive okhttp3;
    requires static transitive org.jspecify;

    exports com.paycrypt.sdk;
    exports com.paycrypt.sdk.auth;
    exports com.paycrypt.sdk.call;
    exports com.paycrypt.sdk.error;
    exports com.paycrypt.sdk.money;
    exports com.paycrypt.sdk.session;
    exports com.paycrypt.sdk.webhook;

    opens db.paycrypt.h2;
    opens db.paycrypt.mariadb;
    opens db.paycrypt.mysql;
    opens db.paycrypt.postgresql;
}
