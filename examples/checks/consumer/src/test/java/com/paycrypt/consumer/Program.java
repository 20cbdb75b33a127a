package com.paycrypt.consumer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A merchant's program in a process of its own, which ends with the test; what it logs is kept apart from what it prints. */
record Program(Process process, BufferedReader output, Path log) implements AutoCloseable {

    static Program start(List<String> command) {
        try {
            Path log = Files.createTempFile(Path.of("target"), "program", ".log");
            Process process =
                    new ProcessBuilder(command).redirectError(log.toFile()).start();
            return new Program(process, process.inputReader(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next line that the program prints; waits for it. */
    String line() {
        try {
            return String.valueOf(output.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that the program still prints, until it ends. */
    Stream<String> lines() {
        return output.lines();
    }

    /** Everything that the program logged and complained of; waits for its end. */
    String complaints() throws IOException {
        process.onExit().join();
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
