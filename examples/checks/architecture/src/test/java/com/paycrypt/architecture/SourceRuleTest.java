package com.paycrypt.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole repository keeps every rule, and every rule finds the file that breaks it. */
class SourceRuleTest {
    private static final Path MAIN = Path.of("paycrypt-sdk-servlet/src/main/java/A.java");
    private static final Path TEST = Path.of("paycrypt-sdk-servlet/src/test/java/ATest.java");
    private static final Path SANDBOX = Path.of("examples/sandbox/src/main/java/A.java");
    private static final List<SourceFile> SOURCES = Repository.sources();

    @ParameterizedTest
    @EnumSource
    void everyFileKeeps(SourceRule rule) {
        assertThat(SOURCES.stream().flatMap(rule::violations)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anOffenderIsFoundBy(SourceRule rule) {
        assertThat(rule.violations(offender(rule))).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatJustKeepsItIsLeftAloneBy(SourceRule rule) {
        assertThat(rule.violations(conformer(rule))).isEmpty();
    }

    @Test
    void sourcesTestsAndExamplesAreAllLookedAt() {
        assertThat(SOURCES).anyMatch(file -> file.isBelow("paycrypt-sdk-core/src/main"));
        assertThat(SOURCES).anyMatch(file -> file.isBelow("examples/checks/architecture/src/test"));
        assertThat(SOURCES).noneMatch(file -> file.isBelow("target"));
    }

    private static SourceFile offender(SourceRule rule) {
        return switch (rule) {
            case NO_FILE_HAS_MORE_THAN_400_LINES -> SourceFile.parse(MAIN, "class A {" + "\n".repeat(400) + "}");
            case NO_METHOD_HAS_MORE_THAN_30_LINES -> inClass(TEST, "void a() {" + "\n".repeat(30) + "}");
            case NO_TEST_SLEEPS -> inClass(TEST, "void a() { Thread.sleep(1); }");
            case NO_TEST_BESIDE_OTHERS_LOOKS_AT_THE_PROCESS_OR_CHANGES_IT ->
                inClass(TEST, "@Test void a() { Thread.getAllStackTraces(); }");
            case NO_TEST_MOCKS -> SourceFile.parse(TEST, "import static org.mockito.Mockito.mock; class A {}");
            case NO_TEXT_DEPENDS_ON_THE_DEFAULT_LOCALE -> inClass(MAIN, "String a = String.format(\"%d\", 1);");
            case NO_STATIC_REMEMBERS -> inClass(MAIN, "static final Map<String, String> A = new HashMap<>();");
            case NOTHING_BUT_CORE_USES_INTERNAL_PACKAGES ->
                SourceFile.parse(TEST, "import com.paycrypt.sdk.internal.json.Json; class A {}");
            case THE_SANDBOX_STANDS_ALONE ->
                SourceFile.parse(SANDBOX, "import com.paycrypt.sdk.money.Money; class A {}");
        };
    }

    private static SourceFile conformer(SourceRule rule) {
        return switch (rule) {
            case NO_FILE_HAS_MORE_THAN_400_LINES -> SourceFile.parse(MAIN, "class A {" + "\n".repeat(399) + "}");
            case NO_METHOD_HAS_MORE_THAN_30_LINES -> inClass(TEST, "void a() {" + "\n".repeat(29) + "}");
            case NO_TEST_SLEEPS -> inClass(TEST, "/* Thread.sleep(1) */ String a = \"Thread.sleep(1)\";");
            case NO_TEST_BESIDE_OTHERS_LOOKS_AT_THE_PROCESS_OR_CHANGES_IT ->
                SourceFile.parse(TEST, "@Isolated class A { @Test void a() { Thread.getAllStackTraces(); } }");
            case NO_TEST_MOCKS -> SourceFile.parse(TEST, "import org.mockitonot.Mock; class A {}");
            case NO_TEXT_DEPENDS_ON_THE_DEFAULT_LOCALE ->
                inClass(MAIN, "String a = String.format(Locale.ROOT, \"%d\", 1).toLowerCase(Locale.ROOT);");
            case NO_STATIC_REMEMBERS -> inClass(MAIN, "static final Map<String, String> A = Map.of(); int b;");
            case NOTHING_BUT_CORE_USES_INTERNAL_PACKAGES, THE_SANDBOX_STANDS_ALONE ->
                SourceFile.parse(Path.of("paycrypt-sdk-core/A.java"), "import com.paycrypt.sdk.internal.json.Json;");
        };
    }

    private static SourceFile inClass(Path path, String member) {
        return SourceFile.parse(path, "class A { " + member + " }");
    }
}
