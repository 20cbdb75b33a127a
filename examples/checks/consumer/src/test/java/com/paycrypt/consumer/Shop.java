package com.paycrypt.consumer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One of the merchants' projects, as their own Maven built it before the tests. */
record Shop(String name) {

    /** The jars that Maven chose for it, without their versions. */
    Stream<String> artifacts() {
        return Stream.of(jars().split(File.pathSeparator))
                .map(jar -> Path.of(jar).getFileName().toString())
                .map(jar -> jar.replaceFirst("-\\d.*", ""));
    }

    /** The sizes of those jars. */
    Map<String, Long> bytes() {
        Map<String, Long> bytes = new TreeMap<>();
        for (String jar : List.of(jars().split(File.pathSeparator, -1))) {
            Path path = Path.of(jar);
            bytes.put(
                    path.getFileName().toString().replaceFirst("-\\d.*", ""),
                    path.toFile().length());
        }
        return bytes;
    }

    /** Starts a program of the shop from the class path. */
    Program run(String main, String... arguments) {
        return start(List.of("-cp", classes() + File.pathSeparator + jars(), main), arguments);
    }

    /** Starts a program of another shop from the class path of this one. */
    Program runProgramOf(Shop other, String main, String... arguments) {
        return start(List.of("-cp", other.classes() + File.pathSeparator + jars(), main), arguments);
    }

    /** Starts a program of the shop's tests. */
    Program runTest(String main, String... arguments) {
        String tests = directory().resolve("test-classes").toString();
        return start(List.of("-cp", tests + File.pathSeparator + jars(), main), arguments);
    }

    /** The versions of the jars with such a name, in the order of the class path. */
    List<String> versions(String artifact) {
        return Stream.of(jars().split(File.pathSeparator))
                .map(jar -> Path.of(jar).getFileName().toString())
                .filter(jar -> jar.matches(artifact + "-\\d.*"))
                .map(jar -> jar.substring(artifact.length() + 1, jar.length() - ".jar".length()))
                .toList();
    }

    /** Starts a program of the shop from the module path. */
    Program runModule(String main, String... arguments) {
        return start(List.of("-p", classes() + File.pathSeparator + jars(), "-m", main), arguments);
    }

    private Program start(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(arguments));
        return Program.start(command);
    }

    private String classes() {
        return directory().resolve("classes").toString();
    }

    private String jars() {
        try {
            return Files.readString(directory().resolve("classpath")).strip();
        } catch (IOException e) {
            throw new AssertionError("the shop " + name + " was not built", e);
        }
    }

    private Path directory() {
        return Path.of("target", "it", name, "target").toAbsolutePath();
    }
}
