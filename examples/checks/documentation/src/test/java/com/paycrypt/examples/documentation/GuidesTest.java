package com.paycrypt.examples.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.webhook.WebhookRejectedException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the guides say of the code is in the code. */
class GuidesTest {
    private static final Path ROOT = Path.of("../../..").toAbsolutePath().normalize();
    private static final Path TROUBLESHOOTING = ROOT.resolve("paycrypt-sdk-core/TROUBLESHOOTING.md");
    private static final Pattern QUOTED_FIRST = Pattern.compile("(?m)^\\| `([^`]+)` \\|");
    private static final Pattern NAMED_TEST = Pattern.compile("`([A-Z]\\w+)\\.([a-z]\\w+)`");
    private static final Pattern SIGNATURE_FOR_A_LABEL =
            Pattern.compile("\\{@link[\\s*]+[\\w.]*#[a-z]\\w*(?:\\([^)}]+\\))?}");
    private static final Pattern OUR_VERSION = Pattern.compile(
            "<artifactId>paycrypt-[\\w-]+</artifactId>\\s*<version>([^<]+)|com\\.paycrypt:[\\w-]+:([^\"]+)");

    @Test
    void everyQuotedMessageIsInTheCode() throws IOException {
        List<String> code = texts(Messages::all);

        assertThat(quoted("## Calls", "### By status")).isNotEmpty().allSatisfy(line -> assertIsIn(line, code));
        List<String> logged = texts(Messages::logged);
        assertThat(quoted("## Log lines", "## Where the log is"))
                .isNotEmpty()
                .allSatisfy(line -> assertIsIn(line, logged));
    }

    @Test
    void everyLineThatIsLoggedAtWarnOrErrorIsQuoted() throws IOException {
        List<String> quoted = quoted("## Log lines", "## Where the log is");

        assertThat(texts(Messages::logged))
                .hasSizeGreaterThan(25)
                .allSatisfy(text -> assertThat(quoted)
                        .as("a line of %s that says: %s", TROUBLESHOOTING.getFileName(), text)
                        .anyMatch(line -> Messages.quotes(line, text)));
    }

    @Test
    void everyLinkOfTheJavadocIsShortToRead() throws IOException {
        for (Path source : published()) {
            assertThat(SIGNATURE_FOR_A_LABEL.matcher(Files.readString(source)).results())
                    .as("links in %s that print a whole signature: write {@link #name name}", source)
                    .isEmpty();
        }
    }

    @Test
    void everyReasonOfARejectionIsExplained() throws IOException {
        String rejections = section("### Rejections", "## Log lines");

        assertThat(Reason.values()).allSatisfy(reason -> assertThat(rejections).contains("`" + reason + "`"));
    }

    @Test
    void everyThreatNamesATestThatExists() throws IOException {
        Map<String, String> tests = new HashMap<>();
        for (Path file : Snippets.files(ROOT, ".java")) {
            if (file.toString().contains("/src/test/")) {
                tests.merge(file.getFileName().toString().replace(".java", ""), Files.readString(file), String::concat);
            }
        }
        String security = Files.readString(ROOT.resolve("SECURITY.md"));
        List<MatchResult> named = NAMED_TEST.matcher(security).results().toList();

        assertThat(named).hasSizeGreaterThan(20);
        assertThat(named.stream()
                        .filter(test -> !tests.getOrDefault(test.group(1), "").contains("void " + test.group(2) + "("))
                        .map(MatchResult::group))
                .isEmpty();
        assertThat(security.lines().filter(line -> line.startsWith("| ") && !line.startsWith("| threat")))
                .allSatisfy(line -> assertThat(line).containsPattern(NAMED_TEST));
    }

    @ParameterizedTest
    @MethodSource("com.paycrypt.examples.documentation.SnippetsTest#markdownFiles")
    void everyDependencyNamesTheVersionOfTheProject(Path file) throws IOException {
        String version = Snippets.version(ROOT);

        assertThat(OUR_VERSION.matcher(Files.readString(ROOT.resolve(file))).results())
                .allSatisfy(each -> assertThat(each.group()).endsWith(version));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "paycrypt-sdk-core/CLIENT.md",
                "paycrypt-sdk-core/WEBHOOKS.md",
                "paycrypt-sdk-core/INBOX.md",
                "paycrypt-sdk-servlet/SERVLET.md",
                "paycrypt-sdk-spring/SPRING.md"
            })
    void theGuideOfAPartHasTheSkeletonOfAllGuides(String file) throws IOException {
        assertThat(headings(file))
                .containsSubsequence(
                        "Dependency", "Minimal example", "Configuration", "Recipes", "Testing", "Troubleshooting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"paycrypt-sdk-core/PAYMENTS.md", "paycrypt-sdk-core/MERCHANTS.md"})
    void theGuideOfATaskHasItToo(String file) throws IOException {
        assertThat(headings(file))
                .containsSubsequence("Dependency", "Minimal example", "Recipes", "Testing", "Troubleshooting");
    }

    private static void assertIsIn(String line, List<String> code) {
        assertThat(code).as("a message in the code: %s", line).anyMatch(text -> Messages.quotes(line, text));
    }

    private static List<String> quoted(String from, String to) throws IOException {
        return QUOTED_FIRST
                .matcher(section(from, to))
                .results()
                .map(line -> line.group(1))
                .toList();
    }

    private static String section(String from, String to) throws IOException {
        String guide = Files.readString(TROUBLESHOOTING);
        int start = guide.indexOf("\n" + from + "\n");
        int end = guide.indexOf("\n" + to + "\n");
        assertThat(start).as(from).isBetween(0, end);
        return guide.substring(start, end);
    }

    private static List<String> headings(String file) throws IOException {
        return Files.readAllLines(ROOT.resolve(file)).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .toList();
    }

    private static List<String> texts(Function<Path, Stream<String>> kind) throws IOException {
        return published().stream().flatMap(kind).toList();
    }

    private static List<Path> published() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : List.of("paycrypt-sdk-core", "paycrypt-sdk-servlet", "paycrypt-sdk-spring")) {
            sources.addAll(Snippets.files(ROOT.resolve(module).resolve("src/main"), ".java"));
        }
        return sources;
    }

    @Nested
    class TheReader {
        @TempDir
        private Path folder;

        @Test
        void joinsLiteralsAndMarksWhatIsPutBetween() throws IOException {
            assertThat(Messages.all(source("log(\"a \" + name\n    + \" of\"\n    + \" {0}''s\");\n")))
                    .containsExactly("...a ... of ...'s");
        }

        @Test
        void findsWhatIsLoggedAtWarnOrError() throws IOException {
            Path source = source("LOG.log(Level.DEBUG, \"no\");\nLOG.log(Level.WARNING, \"warn\");\n"
                    + "// error(\"a comment\");\nerror(\"err\", cause);\nLOG.log(Level.ERROR, what);\n");

            assertThat(Messages.logged(source)).containsExactly("...warn", "...err");
        }

        @Test
        void takesAQuotationForOneInTheSameOrderOnly() {
            assertThat(Messages.quotes("took ... s, but", "...handler took ... s, but"))
                    .isTrue();
            assertThat(Messages.quotes("but ... took", "...handler took ... s, but"))
                    .isFalse();
            assertThat(Messages.quotes("... failed with ...", "... failed with ...; on"))
                    .isTrue();
        }

        private Path source(String code) throws IOException {
            return Files.writeString(folder.resolve("A.java"), code);
        }
    }
}
