package com.paycrypt.sdk.faults;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A JVM of its own for what would disturb, or be disturbed by, the one that runs the tests. */
public final class ChildJvm {
    private ChildJvm() {}

    /** Runs a main class of the tests; what it says on either output is read from one. */
    public static Process start(List<String> jvmArguments, Class<?> main, String... arguments) throws IOException {
        return start(Map.of(), jvmArguments, main, arguments);
    }

    /** The same, with variables in its environment beside those of this process. */
    public static Process start(
            Map<String, String> environment, List<String> jvmArguments, Class<?> main, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(tool("java").toString()));
        command.addAll(jvmArguments);
        command.addAll(List.of("-cp", classPath(), main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().putAll(environment);
        return process.start();
    }

    /** A tool of the JDK that runs the tests. */
    public static Path tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name);
    }

    /** The module path of the tests serves the child as a class path. */
    private static String classPath() throws IOException {
        return String.join(
                File.pathSeparator,
                Stream.of(
                                System.getProperty("java.class.path", ""),
                                System.getProperty("jdk.module.path", ""),
                                System.getProperty("surefire.test.class.path", ""),
                                Path.of("target", "test-classes").toRealPath().toString(),
                                Path.of("target", "classes").toRealPath().toString())
                        .filter(path -> !path.isEmpty())
                        .toList());
    }
}
