package com.paycrypt.examples.matrix;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Java program in a process of its own, with the class path of the tests behind one of its own. */
final class Program implements AutoCloseable {
    /** As the cells themselves run: what C2 compiles is never used. */
    static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto");

    private static final String END = "\u0000end";

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> seen = new ArrayList<>();

    private Program(Process process) {
        this.process = process;
        Thread reader = new Thread(() -> read(process.inputReader()), "program output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts a main class; options are those of the JVM. */
    static Program start(Path ownClasses, List<String> options, Map<String, String> environment, List<String> main)
            throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-cp", ownClasses + ":" + classPath()));
        command.addAll(SHORT_LIVED);
        command.addAll(options);
        command.addAll(main);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new Program(builder.start());
    }

    static String classPath() {
        return System.getProperty("java.class.path");
    }

    /** The first line that is not looked at yet and has the pattern in it. */
    Matcher await(String pattern) throws InterruptedException {
        Pattern wanted = Pattern.compile(pattern);
        for (String line = next(); !line.equals(END); line = next()) {
            Matcher found = wanted.matcher(line);
            if (found.find()) {
                return found;
            }
        }
        throw new AssertionError("the program ended without \"" + pattern + "\":\n" + String.join("\n", seen));
    }

    /** What it has written since a line with the pattern, as far as it was looked at. */
    List<String> seenSince(String pattern) {
        Pattern mark = Pattern.compile(pattern);
        int last = 0;
        for (int i = 0; i < seen.size(); i++) {
            last = mark.matcher(seen.get(i)).find() ? i + 1 : last;
        }
        return List.copyOf(seen.subList(last, seen.size()));
    }

    /** Gives it a line to read. */
    void say(String line) throws IOException {
        Writer input = process.outputWriter();
        input.write(line + "\n");
        input.flush();
    }

    /** Without a word of warning, as a power failure would; tells whether it was alive until then. */
    boolean kill() {
        boolean alive = process.isAlive();
        process.destroyForcibly().onExit().join();
        return alive;
    }

    void awaitSuccess() throws InterruptedException {
        for (String line = next(); !line.equals(END); line = next()) {}
        if (process.waitFor() != 0) {
            throw new AssertionError("the program failed:\n" + String.join("\n", seen));
        }
    }

    private String next() throws InterruptedException {
        String line = lines.poll(Await.SECONDS, TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("the program says nothing more:\n" + String.join("\n", seen));
        }
        seen.add(line);
        return line;
    }

    private void read(BufferedReader output) {
        try (output) {
            output.lines().forEach(lines::add);
        } catch (IOException | RuntimeException broken) {
            lines.add(broken.toString());
        }
        lines.add(END);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
