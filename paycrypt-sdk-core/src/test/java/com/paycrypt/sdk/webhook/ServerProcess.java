package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.paycrypt.sdk.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;

/** The programs of a database server, run by a user who may run them. */
@NullUnmarked
final class ServerProcess {
    private ServerProcess() {}

    /** The directory of a program, or a skipped test: except where the build is meant to have everything. */
    static Path find(String program, String debianPackage, Path... directories) throws IOException {
        for (Path directory : directories) {
            try (Stream<Path> found = Files.isDirectory(directory) ? Files.walk(directory, 3) : Stream.empty()) {
                Path executable =
                        found.filter(path -> path.endsWith(program)).findFirst().orElse(null);
                if (executable != null) {
                    return executable.getParent();
                }
            }
        }
        String message =
                "NOT TESTED: there is no " + program + " here; apt-get install " + debianPackage + " brings it";
        if (System.getenv("PAYCRYPT_CI") != null) {
            return fail(message);
        }
        return abort(message);
    }

    /** Neither server runs as root. */
    static List<String> as(String user, String... command) {
        List<String> full = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            full.addAll(List.of("runuser", "-u", user, "--"));
        }
        full.addAll(List.of(command));
        return full;
    }

    static Path directory(String prefix, String user) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory(prefix);
        if (System.getProperty("user.name").equals("root")) {
            run(List.of("chown", user, directory.toString()), directory);
        }
        return directory;
    }

    static void run(List<String> command, Path directory) throws IOException, InterruptedException {
        Process process = launch(command, directory);
        if (process.waitFor() != 0) {
            throw new IOException(command + " failed: " + Files.readString(log(directory)));
        }
    }

    static Process launch(List<String> command, Path directory) throws IOException {
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(directory).toFile()))
                .start();
    }

    static Path log(Path directory) {
        return directory.resolveSibling(directory.getFileName() + ".log");
    }

    /** Kills the process and its children without a word of warning, as a power failure would. */
    static void kill(Process process) throws Exception {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle one : all) {
            Await.result(one.onExit());
        }
    }

    /** Tries again until the server takes connections. */
    static void await(String url, Process server) throws Exception {
        Await.until(() -> accepts(url) || !server.isAlive());
        if (!server.isAlive()) {
            throw new IOException("the server ended: " + url);
        }
    }

    private static boolean accepts(String url) {
        try {
            DriverManager.getConnection(url).close();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
