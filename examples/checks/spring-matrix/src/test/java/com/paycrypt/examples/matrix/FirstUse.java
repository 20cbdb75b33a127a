package com.paycrypt.examples.matrix;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/**
 * A program of the first-use folder. Where it is to start, a package is put before it and nothing else is changed:
 * from the default package Spring Boot scans its own jars, too, and fails. A program as it stands runs in a JVM of its
 * own.
 */
final class FirstUse {
    private static final Pattern FAILURE = Pattern.compile("cancelling refresh attempt: (.*)");

    /** A program that did start would not end otherwise. */
    private static final String ONCE = "-Dspring.context.exit=onRefresh";

    private final Process process;

    private FirstUse(Process process) {
        this.process = process;
    }

    static Class<?> compiled(String name, Path target) throws IOException, ReflectiveOperationException {
        compile(name, "package shop;\n" + source(name), target);
        URL[] classes = {target.toUri().toURL()};
        return new URLClassLoader(classes, FirstUse.class.getClassLoader()).loadClass("shop." + name);
    }

    /** Starts it with everything that the cell has, but the tests. */
    static FirstUse asItStands(String name, Path target) throws IOException {
        compile(name, source(name), target);
        return run(name, target, entry -> !entry.endsWith("test-classes"));
    }

    static FirstUse withoutSdk(String name, String source, Path target) throws IOException {
        compile(name, source, target);
        return run(name, target, entry -> !entry.endsWith("test-classes") && !isOurs(entry));
    }

    /** Why the application did not start, in Spring's words; waits for the end of the program. */
    String failure() throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher failure = FAILURE.matcher(output);
        if (process.waitFor() != 1 || !failure.find()) {
            throw new AssertionError("did not fail at the start: " + output);
        }
        return failure.group(1);
    }

    private static FirstUse run(String name, Path target, Predicate<String> isWanted) throws IOException {
        String classPath = Arrays.stream(classPath().split(File.pathSeparator))
                .filter(isWanted)
                .collect(Collectors.joining(File.pathSeparator, target + File.pathSeparator, ""));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(Program.SHORT_LIVED);
        command.addAll(List.of(ONCE, "-cp", classPath, name, "--server.port=0"));
        return new FirstUse(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Our jars, or the folders of their classes. */
    private static boolean isOurs(String entry) {
        Path path = Path.of(entry);
        Path module = path.endsWith("classes") ? path.getParent().getParent() : path;
        return module.getFileName().toString().matches("(paycrypt-.*|sandbox)");
    }

    private static String source(String name) throws IOException {
        return Files.readString(Path.of("../first-use", name + ".java"));
    }

    private static void compile(String name, String text, Path target) throws IOException {
        Path source = Files.createDirectories(target).resolve(name + ".java");
        Files.writeString(source, text);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", target.toString(), "-cp", classPath(), source.toString());
        if (result != 0) {
            throw new IllegalStateException(name + " does not compile");
        }
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }
}
