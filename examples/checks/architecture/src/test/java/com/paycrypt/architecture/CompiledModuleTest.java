package com.paycrypt.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is exported is read from the descriptor as the compiler wrote it. */
class CompiledModuleTest {
    @TempDir
    Path directory;

    @BeforeEach
    void compileAModuleThatLeaks() throws IOException {
        write("module-info.java", "module leaks { exports shown; exports shown.internal; }");
        write(
                "shown/Shown.java",
                "package shown; public class Shown { public static class Nested {} } class Helper {}");
        write("shown/internal/Leaked.java", "package shown.internal; public class Leaked {}");
        write("hidden/Hidden.java", "package hidden; public class Hidden {}");
        String[] files = {"module-info.java", "shown/Shown.java", "shown/internal/Leaked.java", "hidden/Hidden.java"};
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                Stream.concat(Stream.of("--release", "17"), sources(files))
                                        .toArray(String[]::new)))
                .isZero();
    }

    @Test
    void aLeakedInternalPackageIsSeen() {
        assertThat(new CompiledModule(directory).exportedPackages())
                .containsExactlyInAnyOrder("shown", "shown.internal");
    }

    @Test
    void onlyPublicTopLevelTypesOfExportedPackagesCount() {
        assertThat(new CompiledModule(directory).exportedTypes())
                .containsExactly("shown.Shown", "shown.internal.Leaked");
    }

    @Test
    void withoutADescriptorEveryPublicTypeCountsThatIsNotNamedInternal() throws IOException {
        Files.delete(directory.resolve("module-info.class"));

        assertThat(new CompiledModule(directory).exportedTypes())
                .contains("hidden.Hidden")
                .doesNotContain("shown.internal.Leaked");
    }

    private void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private Stream<String> sources(String... files) {
        return Stream.of(files).map(directory::resolve).map(Path::toString);
    }
}
