package com.paycrypt.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The working tree that the tests look at: found from where they run, read once. */
final class Repository {
    static final Path ROOT = rootAbove(Path.of("").toAbsolutePath());

    private Repository() {}

    private static Path rootAbove(Path directory) {
        return Files.isDirectory(directory.resolve(".mvn")) ? directory : rootAbove(directory.getParent());
    }

    /** Every Java file that somebody wrote: sources, tests and examples, but nothing that a build made. */
    static List<SourceFile> sources() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.map(ROOT::relativize)
                    .filter(Repository::isWritten)
                    .map(Repository::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isWritten(Path path) {
        return path.toString().endsWith(".java") && Stream.of("target", ".git").noneMatch(name -> contains(path, name));
    }

    private static boolean contains(Path path, String name) {
        return Stream.iterate(path, p -> p != null, Path::getParent).anyMatch(p -> p.endsWith(name));
    }

    private static SourceFile parse(Path path) {
        try {
            return SourceFile.parse(path, Files.readString(ROOT.resolve(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
