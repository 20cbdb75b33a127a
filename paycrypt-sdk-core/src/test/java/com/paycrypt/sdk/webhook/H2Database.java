package com.paycrypt.sdk.webhook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.h2.tools.Server;

/** H2 with its file in a temporary directory, served to other processes as well. */
final class H2Database implements Database {
    private final Path directory;
    private final int port;
    private Server server;

    /** Without a connection, the database would close and open again with every one of the shop's. */
    private Connection open;

    H2Database() throws IOException, SQLException {
        directory = Files.createTempDirectory("paycrypt-h2");
        port = Database.freePort();
        start();
    }

    @Override
    public String url() {
        return "jdbc:h2:tcp://localhost:" + port + "/./shop;USER=shop;PASSWORD=shop;LOCK_TIMEOUT=20000";
    }

    @Override
    public DataSource dataSource() {
        return new UrlDataSource(url());
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public void readOnly(Consumer<DataSource> test) throws SQLException {
        open.close();
        test.accept(new UrlDataSource(url() + ";ACCESS_MODE_DATA=r"));
        open = dataSource().getConnection();
    }

    @Override
    public void stop() throws SQLException {
        open.close();
        server.stop();
    }

    @Override
    public void start() throws SQLException {
        server = Server.createTcpServer(
                        "-tcpPort", Integer.toString(port), "-ifNotExists", "-baseDir", directory.toString())
                .start();
        open = dataSource().getConnection();
    }
}
