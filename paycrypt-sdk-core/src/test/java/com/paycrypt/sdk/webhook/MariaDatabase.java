package com.paycrypt.sdk.webhook;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * A MariaDB server of the test's own, on a tablespace that does not grow. It does not sync: what it wrote outlives its process
 * all the same.
 */
final class MariaDatabase implements Database {
    private static final String USER = "mysql";

    private final Path directory;
    private final Path mariadbd;
    private final int port;
    private final KeptConnections connections;
    private Process server;

    MariaDatabase() throws Exception {
        mariadbd = ServerProcess.find("mariadbd", "mariadb-server", Path.of("/usr/sbin"), Path.of("/usr/libexec"))
                .resolve("mariadbd");
        Path installer = ServerProcess.find("mariadb-install-db", "mariadb-server", Path.of("/usr/bin"))
                .resolve("mariadb-install-db");
        directory = ServerProcess.directory("paycrypt-mariadb", USER);
        port = Database.freePort();
        connections = new KeptConnections(url());
        ServerProcess.run(
                ServerProcess.as(
                        USER,
                        installer.toString(),
                        "--no-defaults",
                        "--datadir=" + directory.resolve("data"),
                        temporaryTables(),
                        "--auth-root-authentication-method=normal",
                        "--skip-test-db"),
                directory);
        server = launch();
        createShop();
    }

    @Override
    public String url() {
        return base() + "/shop?user=shop&password=shop";
    }

    @Override
    public DataSource dataSource() {
        return connections;
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public void readOnly(Consumer<DataSource> test) {
        test.accept(new UrlDataSource(url() + "&sessionVariables=transaction_read_only=1"));
    }

    @Override
    public void stop() throws Exception {
        ServerProcess.kill(server);
    }

    @Override
    public void start() throws Exception {
        server = launch();
    }

    private String base() {
        return "jdbc:mariadb://127.0.0.1:" + port;
    }

    private void createShop() throws Exception {
        try (Connection connection = DriverManager.getConnection(base() + "/?user=root");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE shop");
            statement.execute("CREATE USER shop@'%' IDENTIFIED BY 'shop'");
            statement.execute("GRANT ALL ON shop.* TO shop@'%'");
        }
    }

    /** In a place of their own: a server that starts deletes those that it finds, another's as well. */
    private String temporaryTables() {
        return "--tmpdir=" + directory;
    }

    @Override
    public void remove() throws Exception {
        connections.close();
        Database.super.remove();
    }

    private Process launch() throws Exception {
        Process process = ServerProcess.launch(
                ServerProcess.as(
                        USER,
                        mariadbd.toString(),
                        "--no-defaults",
                        "--datadir=" + directory.resolve("data"),
                        temporaryTables(),
                        "--port=" + port,
                        "--bind-address=127.0.0.1",
                        "--socket=" + directory.resolve("socket"),
                        "--pid-file=" + directory.resolve("pid"),
                        "--skip-name-resolve",
                        "--innodb-flush-method=nosync",
                        "--innodb-flush-log-at-trx-commit=2",
                        "--max-allowed-packet=64M"),
                directory);
        ServerProcess.await(base() + "/?user=root", process);
        return process;
    }
}
