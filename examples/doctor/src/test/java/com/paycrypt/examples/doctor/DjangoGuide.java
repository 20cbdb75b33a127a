package com.paycrypt.examples.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The Django view of the API guide, as a process of its own. */
final class DjangoGuide implements AutoCloseable {
    private final Process process;
    private final URI address;

    private DjangoGuide(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static DjangoGuide start(String... options) throws IOException {
        requirePython();
        List<String> command = new ArrayList<>(List.of("python3", "src/test/resources/receivers/django_guide.py"));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
        builder.environment().put("PAYCRYPT_KEY", HandWritten.KEY);
        builder.environment().put("PAYCRYPT_SECRET", HandWritten.SECRET);
        Process process = builder.start();
        BufferedReader output = process.inputReader(UTF_8);
        return new DjangoGuide(process, URI.create(String.valueOf(output.readLine())));
    }

    private static void requirePython() {
        boolean isInstalled = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "python3")));
        if (!isInstalled) {
            String remedy = "python3 is not installed: apt-get install python3";
            String ignored = System.getenv("PAYCRYPT_CI") == null ? abort(remedy) : fail(remedy);
            throw new IllegalStateException(ignored);
        }
    }

    URI webhook() {
        return address.resolve("/webhook");
    }

    URI events() {
        return address.resolve("/events");
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
