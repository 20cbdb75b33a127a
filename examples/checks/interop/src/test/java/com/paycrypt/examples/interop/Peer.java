package com.paycrypt.examples.interop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Map;

/** A program in another language that knows the API guide, and nothing of the SDK. */
final class Peer implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private Peer(Process process) {
        this.process = process;
        this.output = process.inputReader(UTF_8);
    }

    static Peer start(Language language, String name, Map<String, String> environment, String... args) {
        ProcessBuilder builder =
                new ProcessBuilder(language.command, language.script(name).toString());
        builder.command().addAll(List.of(args));
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        builder.environment().putAll(environment);
        try {
            return new Peer(builder.redirectError(Redirect.INHERIT).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server, which prints its address and runs until it is closed. */
    static Peer server(Language language, String name, String key, String secret) {
        return start(language, name, Map.of("PAYCRYPT_KEY", key, "PAYCRYPT_SECRET", secret));
    }

    /** The next line that it prints. */
    String line() {
        try {
            return String.valueOf(output.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
