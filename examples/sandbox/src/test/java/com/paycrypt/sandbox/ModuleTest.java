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

    private static List<String> files() {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.map(Path::toString).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
