package com.paycrypt.examples.benchmarks.inbox;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL server from Debian's packages, on loopback, with its defaults: each commit is on the disk. */
final class PostgresServer implements AutoCloseable {
    private final Path programs;
    private final Path directory = Files.createTempDirectory("paycrypt-benchmark");
    private final int port;
    private final Process server;

    PostgresServer() throws IOException, InterruptedException {
        try (Stream<Path> found = Files.walk(Path.of("/usr/lib/postgresql"), 3)) {
            programs = found.filter(path -> path.endsWith("initdb"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("apt-get install postgresql"))
                    .getParent();
        }
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        if (isRoot()) {
            start("chown", "postgres", directory.toString()).waitFor();
        }
        String data = directory.resolve("data").toString();
        start(program("initdb", "-D", data, "-U", "shop", "-A", "trust", "-E", "UTF8", "--locale=C"))
                .waitFor();
        server = start(program(
                "postgres",
                "-D",
                data,
                "-p",
                "" + port,
                "-k",
                directory.toString(),
                "-c",
                "listen_addresses=127.0.0.1"));
        awaitStart();
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private String[] program(String name, String... arguments) {
        List<String> command = new ArrayList<>(isRoot() ? List.of("runuser", "-u", "postgres", "--") : List.of());
        command.add(programs.resolve(name).toString());
        command.addAll(List.of(arguments));
        return command.toArray(String[]::new);
    }

    private Process start(String... command) throws IOException {
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void awaitStart() throws InterruptedException, IOException {
        while (server.isAlive()) {
            try {
                DriverManager.getConnection(url()).close();
                return;
            } catch (SQLException notYet) {
                Thread.sleep(50);
            }
        }
        throw new IOException("PostgreSQL ended");
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=shop&sslmode=disable&gssEncMode=disable";
    }

    @Override
    public void close() throws IOException {
        start(program("pg_ctl", "-D", directory.resolve("data").toString(), "-m", "immediate", "-w", "stop"))
                .onExit()
                .join();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
