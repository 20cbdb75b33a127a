package com.paycrypt.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A checkout with the script in it, in a folder with blanks in its name, and stand-ins for Maven and Java. */
final class Checkout {
    /** Ends a test that hangs; says nothing about the speed of a machine. */
    private static final int LIMIT_SECONDS = 300;

    final Path root;
    final Map<String, String> environment = new HashMap<>();
    private final Path elsewhere;
    private final Path builds;

    Checkout(Path directory) throws IOException {
        this.root = directory.resolve("a check out");
        this.elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        this.builds = directory.resolve("builds");
        Path tools = Files.createDirectory(directory.resolve("tools"));
        write("pom.xml", "examples/pom.xml", "examples/cli/pom.xml", "examples/cli/src/main/java/Old.java");
        Files.copy(Path.of("../run"), root.resolve("examples/run"));
        Path java = Files.createDirectories(directory.resolve("jdk/bin")).resolve("java");
        install("mvn", tools.resolve("mvn"));
        install("java", java);
        environment.put("PATH", tools + ":/usr/bin:/bin");
        environment.put("JAVA_HOME", directory.resolve("jdk").toString());
        environment.put("BUILD_LOG", builds.toString());
        environment.put("BUILD_CLASSPATH", System.getProperty("java.class.path"));
    }

    private void write(String... files) throws IOException {
        for (String file : files) {
            Files.createDirectories(root.resolve(file).getParent());
            Files.writeString(root.resolve(file), file);
        }
    }

    private static void install(String name, Path tool) throws IOException {
        try (InputStream script = Checkout.class.getResourceAsStream(name)) {
            Files.write(tool, Objects.requireNonNull(script, name).readAllBytes());
        }
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Runs the example itself, which takes longer than to see that it would be run. */
    void useRealJava() {
        environment.put("JAVA_HOME", System.getProperty("java.home"));
    }

    /** How often Maven was started. */
    int builds() throws IOException {
        return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
    }

    /** Waits until Maven is started. */
    void awaitBuild() throws IOException, InterruptedException {
        try (WatchService watch = FileSystems.getDefault().newWatchService()) {
            Objects.requireNonNull(builds.getParent(), "builds").register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            while (!Files.exists(builds)) {
                Objects.requireNonNull(watch.poll(LIMIT_SECONDS, TimeUnit.SECONDS), "no build")
                        .reset();
            }
        }
    }

    Run run(String shell, String... args) {
        Process process = start(shell, args);
        try {
            String out = new String(process.getInputStream().readAllBytes(), UTF_8);
            String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
            return new Run(process.onExit().join().exitValue(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Process start(String shell, String... args) {
        List<String> command =
                new ArrayList<>(List.of(shell, root.resolve("examples/run").toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).directory(elsewhere.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
