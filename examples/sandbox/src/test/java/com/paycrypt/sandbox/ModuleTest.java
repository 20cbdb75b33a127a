package com.paycrypt.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModuleTest {
    private static final Path CLASSES = Path.of("target", "classes");
    private final ModuleDescriptor module =
            ModuleFinder.of(CLASSES).find("com.paycrypt.sandbox").orElseThrow().descriptor();

    @Test
    void itExportsFourPackages() {
        assertThat(module.exports())
                .extracting(Exports::source)
                .containsExactlyInAnyOrder(
                        "com.paycrypt.sandbox",
                        "com.paycrypt.sandbox.junit",
                        "com.paycrypt.sandbox.model",
                        "com.paycrypt.sandbox.spring");
    }

    @Test
    void testFrameworksAreNeededOnlyWhereTheyAreUsed() {
        assertThat(module.requires())
                .filteredOn(required -> required.modifiers().contains(Requires.Modifier.STATIC))
                .extracting(Requires::name)
                .contains("org.junit.jupiter.api", "spring.core", "spring.beans", "spring.context", "spring.test");
    }

    @Test
    void noTemplateEngineIsOnTheClassPathOfAShopThatUsesIt() {
        assertThat(System.getProperty("java.class.path")).doesNotContain("mustache", "freemarker", "thymeleaf");
        assertThat(files()).noneMatch(file -> file.endsWith(".mustache") || file.contains("/templates/"));
    }

    /** Boot reacts to names: of registrations, of services, of folders that it serves and of files that it reads. */
    @Test
    void springBootFindsNothingInItButWhatLooksForTheAnnotationOfATest() throws IOException {
        List<String> outside = files().stream()
                .filter(file -> !file.contains("/com/paycrypt/sandbox/"))
                .map(file -> file.replaceFirst(".*target/classes/?", ""))
                .toList();

        assertThat(outside)
                .containsExactlyInAnyOrder("META-INF/LICENSE", "META-INF/spring.factories", "module-info.class");
        assertThat(Files.readAllLines(CLASSES.resolve("META-INF/spring.factories")))
                .containsExactly("org.springframework.test.context.ContextCustomizerFactory="
                        + "com.paycrypt.sandbox.spring.SandboxCustomizerFactory");
    }

    private static List<String> files() {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.toString().replace('\\', '/'))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
