package com.paycrypt.sdk.webhook;

import java.nio.file.Path;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** A PostgreSQL server of the test's own. It does not sync: what it wrote outlives its process all the same. */
final class PostgresDatabase implements Database {
    private static final String USER = "postgres";

    private final Path programs;
    private final Path directory;
    private final int port;
    private final KeptConnections connections;
    private Process server;

    PostgresDatabase() throws Exception {
        programs = ServerProcess.find("initdb", "postgresql", Path.of("/usr/lib/postgresql"), Path.of("/usr/bin"));
        directory = ServerProcess.directory("paycrypt-postgres", USER);
        port = Database.freePort();
        connections = new KeptConnections(url());
        String data = directory.resolve("data").toString();
        ServerProcess.run(
                ServerProcess.as(
                        USER,
                        program("initdb"),
                        "-D",
                        data,
                        "-U",
                        "shop",
                        "-A",
                        "trust",
                        "-E",
                        "UTF8",
                        "--locale=C",
                        "-N"),
                directory);
        server = launch();
    }

    @Override
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=shop&sslmode=disable&gssEncMode=disable";
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
        test.accept(new UrlDataSource(url() + "&options=-c%20default_transaction_read_only=on"));
    }

    @Override
    public void stop() throws Exception {
        ServerProcess.run(
                ServerProcess.as(
                        USER,
                        program("pg_ctl"),
                        "-D",
                        directory.resolve("data").toString(),
                        "-m",
                        "immediate",
                        "-w",
                        "stop"),
                directory);
        server.waitFor();
    }

    @Override
    public void start() throws Exception {
        server = launch();
    }

    @Override
    public void remove() throws Exception {
        connections.close();
        Database.super.remove();
    }

    private Process launch() throws Exception {
        String data = directory.resolve("data").toString();
        Process process = ServerProcess.launch(
                ServerProcess.as(
                        USER,
                        program("postgres"),
                        "-D",
                        data,
                        "-p",
                        Integer.toString(port),
                        "-k",
                        directory.toString(),
                        "-c",
                        "fsync=off",
                        "-c",
                        "listen_addresses=127.0.0.1"),
                directory);
        ServerProcess.await(url(), process);
        return process;
    }

    private String program(String name) {
        return programs.resolve(name).toString();
    }
}
