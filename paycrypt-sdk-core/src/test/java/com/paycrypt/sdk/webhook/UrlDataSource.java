package com.paycrypt.sdk.webhook;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A new connection by a JDBC URL each time. */
final class UrlDataSource extends ConnectionSource {
    private final String url;

    UrlDataSource(String url) {
        this.url = url;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return DriverManager.getConnection(url);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }
}
