package com.paycrypt.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The working tree that the tests look at: found from where they run, read once. */
final class Repository {
    static final Path ROOT = rootAbove(Path.of("").toAbsolutePath());

    /** Directories that nobody writes in: a build makes files there, and removes them while they are read. */
    private static final Set<String> MADE = Set.of("target", ".git");

    private Repository() {}

    private static Path rootAbove(Path directory) {
        return Files.isDirectory(directory.resolve(".mvn")) ? directory : rootAbove(directory.getParent());
    }

    /** Every Java file that somebody wrote: sources, tests and examples, but nothing that a build made. */
    static List<SourceFile> sources() {
        Map<Path, String> texts = new TreeMap<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return MADE.contains(directory.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (file.toString().endsWith(".java")) {
                        texts.put(ROOT.relativize(file), Files.readString(file));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SourceFile.parse(texts);
    }
}
