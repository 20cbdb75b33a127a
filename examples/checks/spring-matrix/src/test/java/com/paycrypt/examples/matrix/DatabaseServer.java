package com.paycrypt.examples.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A database server of the test's own, on the loopback address and in a directory of its own. */
final class DatabaseServer implements AutoCloseable {
    private final Kind kind;
    private final Path directory;
    private final int port = RedisServer.freePort();
    private final Process process;

    private DatabaseServer(Kind kind) throws IOException {
        this.kind = kind;
        kind.requirePrograms();
        directory = Files.createTempDirectory("paycrypt-" + kind.user);
        if (isRoot()) {
            run(List.of("chown", kind.user, directory.toString()));
        }
        run(as(kind.user, kind.install(directory)));
        process = launch(as(kind.user, kind.serve(directory, port)));
        Await.until(() -> accepts() || !process.isAlive());
        for (String statement : kind.schema) {
            execute(kind.adminUrl(port), statement);
        }
    }

    static DatabaseServer start(Kind kind) throws IOException {
        return new DatabaseServer(kind);
    }

    String url() {
        return kind.url(port);
    }

    private boolean accepts() {
        try {
            DriverManager.getConnection(kind.adminUrl(port)).close();
            return true;
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(List<String> command) throws IOException {
        if (launch(command).onExit().join().exitValue() != 0) {
            throw new IllegalStateException(command + " failed: " + Files.readString(log()));
        }
    }

    private Process launch(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    private Path log() {
        return directory.resolveSibling(directory.getFileName() + ".log");
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** Neither server runs as root. */
    private static List<String> as(String user, List<String> command) {
        List<String> full = new ArrayList<>(isRoot() ? List.of("runuser", "-u", user, "--") : List.of());
        full.addAll(command);
        return full;
    }

    @Override
    public void close() throws IOException {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
        Files.deleteIfExists(log());
    }

    /** A database, as Debian packages it. */
    enum Kind {
        /** PostgreSQL. */
        POSTGRESQL("postgres", "postgresql", List.of()) {
            @Override
            List<String> install(Path directory) {
                String data = directory.resolve("data").toString();
                return List.of(
                        program("initdb"), "-D", data, "-U", "shop", "-A", "trust", "-E", "UTF8", "--locale=C", "-N");
            }

            @Override
            List<String> serve(Path directory, int port) {
                String data = directory.resolve("data").toString();
                return List.of(
                        program("postgres"),
                        "-D",
                        data,
                        "-p",
                        "" + port,
                        "-k",
                        directory.toString(),
                        "-h",
                        "127.0.0.1");
            }

            @Override
            String url(int port) {
                return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=shop&sslmode=disable&gssEncMode=disable";
            }

            @Override
            String adminUrl(int port) {
                return url(port);
            }

            @Override
            void requirePrograms() {
                require("initdb", "postgres");
            }
        },

        /** MariaDB. */
        MARIADB(
                "mysql",
                "mariadb-server",
                List.of(
                        "CREATE DATABASE shop",
                        "CREATE USER shop@'%' IDENTIFIED BY 'shop'",
                        "GRANT ALL ON shop.* TO shop@'%'")) {
            @Override
            List<String> install(Path directory) {
                return List.of(
                        program("mariadb-install-db"),
                        "--no-defaults",
                        "--datadir=" + directory.resolve("data"),
                        "--tmpdir=" + directory,
                        "--auth-root-authentication-method=normal",
                        "--skip-test-db");
            }

            @Override
            List<String> serve(Path directory, int port) {
                return List.of(
                        program("mariadbd"),
                        "--no-defaults",
                        "--datadir=" + directory.resolve("data"),
                        "--tmpdir=" + directory,
                        "--port=" + port,
                        "--bind-address=127.0.0.1",
                        "--socket=" + directory.resolve("socket"),
                        "--pid-file=" + directory.resolve("pid"),
                        "--skip-name-resolve");
            }

            @Override
            String url(int port) {
                return "jdbc:mariadb://127.0.0.1:" + port + "/shop?user=shop&password=shop";
            }

            @Override
            String adminUrl(int port) {
                return "jdbc:mariadb://127.0.0.1:" + port + "/?user=root";
            }

            @Override
            void requirePrograms() {
                require("mariadb-install-db", "mariadbd");
            }
        };

        private final String user;
        private final String debianPackage;
        private final List<String> schema;

        Kind(String user, String debianPackage, List<String> schema) {
            this.user = user;
            this.debianPackage = debianPackage;
            this.schema = schema;
        }

        abstract List<String> install(Path directory);

        abstract List<String> serve(Path directory, int port);

        abstract String url(int port);

        abstract String adminUrl(int port);

        abstract void requirePrograms();

        /** A skipped test where there is none: except where the build is meant to have everything. */
        void require(String... programs) {
            for (String program : programs) {
                boolean found = !program(program).isEmpty();
                String message = "NOT TESTED: there is no " + program + " here; apt-get install " + debianPackage;
                if (!found && System.getenv("PAYCRYPT_CI") != null) {
                    throw new IllegalStateException(message);
                }
                Assumptions.assumeTrue(found, message);
            }
        }

        /** The path of a program, or nothing. */
        static String program(String name) {
            return Stream.of("/usr/lib/postgresql", "/usr/sbin", "/usr/libexec", "/usr/bin")
                    .flatMap(directory -> found(Path.of(directory), name))
                    .map(Path::toString)
                    .findFirst()
                    .orElse("");
        }

        private static Stream<Path> found(Path directory, String name) {
            try (Stream<Path> all = Files.isDirectory(directory) ? Files.walk(directory, 3) : Stream.empty()) {
                return all.filter(path -> path.endsWith(name)).toList().stream();
            } catch (IOException | java.io.UncheckedIOException unreadable) {
                return Stream.empty();
            }
        }
    }
}
