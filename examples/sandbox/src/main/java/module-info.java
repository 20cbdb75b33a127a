/** An embedded PayCrypt for tests: signed API, hosted checkout, signed webhooks and a console. */
module com.paycrypt.sandbox {
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires io.nayuki.qrcodegen;
    requires jdk.httpserver;
    requires okhttp3;
    requires okio;
    requires static transitive org.jspecify;
    requires static transitive org.junit.jupiter.api;
    requires static spring.beans;
    requires static spring.context;
    requires static spring.core;
    requires static spring.test;

    exports com.paycrypt.sandbox;
    exports com.paycrypt.sandbox.junit;
    exports com.paycrypt.sandbox.model;
    exports com.paycrypt.sandbox.spring;
}
