package com.paycrypt.examples.documentation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the snippets of every Markdown file against the regions of the tests. */
class SnippetsTest {
    private static final Path ROOT = Path.of("../../..").toAbsolutePath().normalize();
    private static final String REMEDY = "write the regions with: java"
            + " examples/checks/documentation/src/test/java/com/paycrypt/examples/documentation/Snippets.java";

    static Stream<Path> markdownFiles() throws IOException {
        return Snippets.markdownFiles(ROOT).stream().map(ROOT::relativize);
    }

    @ParameterizedTest
    @MethodSource("markdownFiles")
    void everySnippetIsTheRegionItNames(Path file) throws IOException {
        assertThat(ROOT.resolve(file)).content(UTF_8).as(REMEDY).isEqualTo(Snippets.withRegions(ROOT.resolve(file)));
    }

    @ParameterizedTest
    @MethodSource("markdownFiles")
    void everyJavaSnippetNamesARegion(Path file) {
        assertThat(Snippets.unmarkedJava(ROOT.resolve(file)))
                .as("lines of %s with ```java but no <!-- region NAME of FILE --> before it", file)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("markdownFiles")
    void everyLinkLeadsSomewhere(Path file) {
        assertThat(Snippets.deadLinks(ROOT.resolve(file))).isEmpty();
    }

    @Nested
    class TheChecker {
        @TempDir
        private Path folder;

        @Test
        void takesTheIndentAndInnerMarkersOffARegion() throws IOException {
            Path source = write(
                    "A.java",
                    "x\n    // region one\n    a();\n    // region two\n      b();\n"
                            + "    // endregion\n    c();\n    // endregion\ny\n");

            assertThat(Snippets.region(source, "one")).containsExactly("a();", "  b();", "c();");
            assertThat(Snippets.region(source, "two")).containsExactly("b();");
        }

        @Test
        void putsTheRegionWhereTheMarkdownDiffers() throws IOException {
            write("A.java", "// region one\na();\n// endregion\n");
            Path markdown = write("A.md", "# A\n\n<!-- region one of A.java -->\n```java\nold();\n```\nend\n");

            assertThat(Snippets.withRegions(markdown))
                    .isEqualTo("# A\n\n<!-- region one of A.java -->\n```java\na();\n```\nend\n");
        }

        @Test
        void leavesOtherBlocksAsTheyAre() throws IOException {
            Path markdown = write("A.md", "```sh\nls\n```\n");

            assertThat(Snippets.withRegions(markdown)).isEqualTo("```sh\nls\n```\n");
        }

        @Test
        void namesTheLinesOfJavaThatNobodyTests() throws IOException {
            Path markdown = write("A.md", "text\n```java\na();\n```\n");

            assertThat(Snippets.unmarkedJava(markdown)).containsExactly(2);
        }

        @Test
        void findsLinksThatLeadNowhere() throws IOException {
            Path markdown = write(
                    "A.md",
                    "# What, then?\n[a](A.md#what-then) [b](https://b.example/x) [c](C.md) [d](#what-then) [e](#here)\n"
                            + "```sh\n# here\n```\n");

            assertThat(Snippets.deadLinks(markdown)).containsExactly("C.md", "#here");
        }

        @Test
        void rejectsARegionThatIsMissingOrNeverEnds() throws IOException {
            Path source = write("A.java", "// region open\na();\n");

            assertThatThrownBy(() -> Snippets.region(source, "other")).hasMessageContaining("no complete region other");
            assertThatThrownBy(() -> Snippets.region(source, "open")).hasMessageContaining("no complete region open");
        }

        private Path write(String name, String text) throws IOException {
            return Files.writeString(folder.resolve(name), text);
        }
    }
}
