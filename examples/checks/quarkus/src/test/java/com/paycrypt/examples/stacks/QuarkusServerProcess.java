package com.paycrypt.examples.stacks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The application that Quarkus built, on a free port. */
final class QuarkusServerProcess implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("Listening on: http://127\\.0\\.0\\.1:([0-9]+)");

    private final Process process;
    private final BufferedReader output;
    private final int port;

    QuarkusServerProcess(String... properties) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dquarkus.http.host=127.0.0.1"));
        command.addAll(List.of("-Dquarkus.http.port=0", "-Dquarkus.banner.enabled=false"));
        Arrays.stream(properties).map(property -> "-D" + property).forEach(command::add);
        command.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        output = process.inputReader();
        port = awaitPort();
    }

    private int awaitPort() throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                return Integer.parseInt(listening.group(1));
            }
            said.append(line).append('\n');
        }
        throw new IOException("it ended before it listened: " + said);
    }

    int port() {
        return port;
    }

    /** Ends it, and counts the deliveries that its handler got. */
    long end() {
        process.toHandle().destroy();
        return output.lines().filter(line -> line.startsWith("handled ")).count();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
