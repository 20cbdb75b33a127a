package com.paycrypt.examples.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps the code in Markdown the same as the code that is tested.
 *
 * <p>In a test, a region is marked by comments of its own lines, {@code // region NAME} and {@code // endregion};
 * {@code #}, {@code --} and {@code <!-- ... -->} do as well. In Markdown, the line right before a fenced block names
 * the region and its file, relative to the Markdown file: {@code <!-- region NAME of FILE -->}. Every Java block needs
 * such a line; blocks of other languages may have one. A region loses its common indent and the markers inside it, and
 * the project's version takes the place of {@code @project.version@}.
 *
 * <p>To write the regions into all Markdown files of the repository, run in its root:
 *
 * <pre>java examples/checks/documentation/src/test/java/com/paycrypt/examples/documentation/Snippets.java</pre>
 */
final class Snippets {
    private static final Pattern MARKER = Pattern.compile("<!-- region (\\S+) of (\\S+) -->");
    private static final Pattern REGION = Pattern.compile("\\s*(?://|#|--|<!--)\\s*region\\s+(\\S+)(?:\\s*-->)?\\s*");
    private static final Pattern END = Pattern.compile("\\s*(?://|#|--|<!--)\\s*endregion(?:\\s*-->)?\\s*");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(?:#([^)\\s]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("#+ (.*)");
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");
    private static final String FILLED_IN = "@project.version@";
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git");

    private Snippets() {}

    /** Writes the regions into every Markdown file of the repository in the working directory. */
    public static void main(String[] args) throws IOException {
        for (Path file : markdownFiles(Path.of("").toAbsolutePath())) {
            Files.writeString(file, withRegions(file));
        }
    }

    /** The Markdown files below a folder, in a fixed order. */
    static List<Path> markdownFiles(Path root) throws IOException {
        return files(root, ".md");
    }

    /** The files below a folder whose names end so, in a fixed order; what was built aside. */
    static List<Path> files(Path root, String ending) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> children = Files.list(root)) {
            for (Path child : children.sorted().toList()) {
                if (Files.isDirectory(child)
                        && !NOT_OURS.contains(child.getFileName().toString())) {
                    files.addAll(files(child, ending));
                } else if (child.toString().endsWith(ending)) {
                    files.add(child);
                }
            }
        }
        return files;
    }

    /** A Markdown file's text as it should be: every marked block holds its region. */
    static String withRegions(Path markdown) {
        List<String> lines = lines(markdown);
        List<String> result = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            result.add(lines.get(i));
            if (opensBlock(lines.get(i))) {
                int end = endOfBlock(markdown, lines, i);
                Matcher marker = MARKER.matcher(i == 0 ? "" : lines.get(i - 1).strip());
                result.addAll(marker.matches() ? region(markdown, marker) : lines.subList(i + 1, end));
                result.add(lines.get(end));
                i = end;
            }
        }
        return String.join("\n", result) + "\n";
    }

    /** The Java blocks of a Markdown file that no region stands behind, as line numbers from 1. */
    static List<Integer> unmarkedJava(Path markdown) {
        List<String> lines = lines(markdown);
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean marked = i > 0 && MARKER.matcher(lines.get(i - 1).strip()).matches();
            if (lines.get(i).strip().equals("```java") && !marked) {
                found.add(i + 1);
            }
        }
        return found;
    }

    /** The relative links of a Markdown file that lead to no file, or to no heading in it. */
    static List<String> deadLinks(Path markdown) {
        return LINK.matcher(String.join("\n", lines(markdown)))
                .results()
                .filter(link -> !link.group(1).contains("://") && !leadsSomewhere(markdown, link))
                .map(link -> link.group(2) == null ? link.group(1) : link.group(1) + "#" + link.group(2))
                .toList();
    }

    private static boolean leadsSomewhere(Path markdown, MatchResult link) {
        Path target = link.group(1).isEmpty() ? markdown : markdown.resolveSibling(link.group(1));
        return Files.exists(target) && (link.group(2) == null || anchors(target).contains(link.group(2)));
    }

    /** The headings of a Markdown file outside of its blocks, as links name them. */
    private static List<String> anchors(Path markdown) {
        List<String> found = new ArrayList<>();
        boolean inBlock = false;
        for (String line : lines(markdown)) {
            inBlock ^= opensBlock(line);
            Matcher heading = HEADING.matcher(line);
            if (!inBlock && heading.matches()) {
                found.add(heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 _-]", "")
                        .replace(' ', '-'));
            }
        }
        return found;
    }

    /** The lines of a region, without its indent. */
    static List<String> region(Path source, String name) {
        List<String> found = new ArrayList<>();
        int depth = 0;
        for (String line : lines(source)) {
            Matcher start = REGION.matcher(line);
            if (start.matches()) {
                depth += depth > 0 || start.group(1).equals(name) ? 1 : 0;
            } else if (END.matcher(line).matches()) {
                depth -= depth > 0 ? 1 : 0;
            } else if (depth > 0) {
                found.add(line);
            }
        }
        if (found.isEmpty() || depth > 0) {
            throw new IllegalStateException(source + " has no complete region " + name);
        }
        return String.join("\n", found).stripIndent().stripTrailing().lines().toList();
    }

    /** A pom that Maven fills in names the version of the project. */
    private static List<String> region(Path markdown, Matcher marker) {
        Path source = markdown.resolveSibling(marker.group(2)).normalize();
        return region(source, marker.group(1)).stream()
                .map(line -> line.contains(FILLED_IN) ? line.replace(FILLED_IN, version(source)) : line)
                .toList();
    }

    /** The version in the pom of the repository that a file is in. */
    static String version(Path file) {
        Path folder = file.toAbsolutePath();
        for (int up = folder.getNameCount(); up > 0 && !Files.isRegularFile(folder.resolve("LICENSE")); up--) {
            folder = folder.resolve("..").normalize();
        }
        Matcher version = VERSION.matcher(String.join("\n", lines(folder.resolve("pom.xml"))));
        if (!version.find()) {
            throw new IllegalStateException(folder + " has a pom without a version");
        }
        return version.group(1);
    }

    private static boolean opensBlock(String line) {
        return line.strip().startsWith("```");
    }

    private static int endOfBlock(Path markdown, List<String> lines, int start) {
        for (int i = start + 1; i < lines.size(); i++) {
            if (lines.get(i).strip().equals("```")) {
                return i;
            }
        }
        throw new IllegalStateException(markdown + ": the block in line " + (start + 1) + " is never closed");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
