package com.paycrypt.sdk.webhook;

import java.io.File;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A real database server on loopback that a test can take away and give back. */
interface Database {
    /** Where the shop connects to. */
    String url();

    /** Lets a test have the same database where it can only be read. */
    void readOnly(Consumer<DataSource> test) throws Exception;

    /** Takes the server away in the middle of whatever it does. */
    void stop() throws Exception;

    /** Gives it back with what it had. */
    void start() throws Exception;

    /** Where it keeps its files. */
    Path directory();

    /** Stops the server for good and leaves nothing behind. */
    default void remove() throws Exception {
        stop();
        try (Stream<Path> files = Files.walk(directory())) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
        Files.deleteIfExists(ServerProcess.log(directory()));
    }

    /** Connections as a shop's pool gives them out. */
    DataSource dataSource();

    default int execute(String sql) throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** Below those that systems hand out by themselves, so that nobody gets it before the server binds it. */
    static int freePort() throws IOException {
        int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (BindException taken) {
            return freePort();
        }
    }
}
