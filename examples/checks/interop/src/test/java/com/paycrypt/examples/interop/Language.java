package com.paycrypt.examples.interop;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A language that peers are written in. */
enum Language {
    NODE("node", "nodejs", ".js"),
    PYTHON("python3", "python3", ".py");

    final String command;
    private final String debianPackage;
    private final String extension;

    Language(String command, String debianPackage, String extension) {
        this.command = command;
        this.debianPackage = debianPackage;
        this.extension = extension;
    }

    /** The file of a peer; the test is skipped, or fails where everything must be there, without the language. */
    Path script(String peer) {
        if (!isInstalled()) {
            String remedy = command + " is not installed: apt-get install " + debianPackage;
            return System.getenv("PAYCRYPT_CI") == null ? abort(remedy) : fail(remedy);
        }
        return Path.of("src/test/resources/peers", peer + extension);
    }

    private boolean isInstalled() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, command)));
    }
}
