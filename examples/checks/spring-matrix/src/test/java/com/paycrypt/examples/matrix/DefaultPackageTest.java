package com.paycrypt.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Component scanning from the default package, which reads every class there is: the web stack makes no difference. */
@Tag("alone")
@Tag("mvc")
class DefaultPackageTest {
    /** Nothing but a main class, so that what fails is Spring Boot's own. */
    private static final String WITHOUT_US = """
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;

            @SpringBootApplication
            public class WithoutUs {
                public static void main(String[] args) {
                    SpringApplication.run(WithoutUs.class, args);
                }
            }
            """;

    /** The program compiles and runs as it stands, as far as Spring Boot lets any program in the default package. */
    @Test
    void inTheDefaultPackageSpringBootFailsToStartWithUsAsWithoutUs(@TempDir Path folder) throws Exception {
        FirstUse withUs = FirstUse.asItStands("SpringReceiver", folder.resolve("with"));
        FirstUse withoutUs = FirstUse.withoutSdk("WithoutUs", WITHOUT_US, folder.resolve("without"));

        assertThat(withUs.failure())
                .isEqualTo(withoutUs.failure())
                .containsPattern("org[./]springframework[./]boot[./]")
                .doesNotContain("paycrypt");
    }
}
