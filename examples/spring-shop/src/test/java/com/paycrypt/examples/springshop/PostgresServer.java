package com.paycrypt.examples.springshop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** A PostgreSQL server of the tests' own, from Debian's packages, on the loopback address and in a directory of its own. */
final class PostgresServer implements BeforeAllCallback, AutoCloseable {
    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql");

    private final int port = freePort();
    private @Nullable Path directory;

    /** Starts it; without PostgreSQL the tests are skipped, but not where everything is expected to be installed. */
    @Override
    public void beforeAll(ExtensionContext tests) throws Exception {
        Path initdb = find("initdb");
        directory = Files.createTempDirectory("paycrypt-shop");
        // What is in a store is closed after the last test of all, when no shop uses the server any more.
        tests.getRoot().getStore(Namespace.create(this)).put("server", this);
        if (isRoot()) {
            run("chown", "postgres", directory.toString());
        }
        run(as(initdb, "-D", data(), "-U", "shop", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"));
        String options = "-p " + port + " -k " + directory + " -c fsync=off -c listen_addresses=127.0.0.1";
        run(as(find("pg_ctl"), "start", "-D", data(), "-o", options, "-w", "-t", "300"));
    }

    /** Its database, and the user in the same setting. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=shop&sslmode=disable&gssEncMode=disable";
    }

    private static Path find(String program) throws IOException {
        try (Stream<Path> files = Files.isDirectory(PROGRAMS) ? Files.walk(PROGRAMS, 3) : Stream.empty()) {
            Path found =
                    files.filter(path -> path.endsWith(program)).findFirst().orElse(null);
            boolean expected = System.getenv("PAYCRYPT_CI") != null;
            Assumptions.assumeTrue(
                    expected || found != null, "SKIPPED: apt-get install postgresql to run this test: no " + program);
            return Objects.requireNonNull(found, program);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String data() {
        return Objects.requireNonNull(directory, "directory").resolve("data").toString();
    }

    /** It does not run as root. */
    private static String[] as(Path program, String... arguments) {
        List<String> command = new ArrayList<>(isRoot() ? List.of("runuser", "-u", "postgres", "--") : List.of());
        command.add(program.toString());
        command.addAll(List.of(arguments));
        return command.toArray(String[]::new);
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(Objects.requireNonNull(directory, "directory").toFile())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }

    @Override
    public void close() throws IOException {
        run(as(find("pg_ctl"), "stop", "-D", data(), "-m", "immediate", "-w", "-t", "300"));
        try (Stream<Path> files = Files.walk(Objects.requireNonNull(directory, "directory"))) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
