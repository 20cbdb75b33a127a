package com.paycrypt.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** Component scanning that comes upon our jars, as it does from the default package or from {@code com}. */
class ScanTest {
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

    @SpringBootApplication(scanBasePackages = {"com.paycrypt.sdk", "com.paycrypt.sandbox"})
    @Import(Applications.Controller.class)
    static class Scanning {}

    @Test
    void scanningOurPackagesAddsNothingAndHurtsNothing() throws Exception {
        Cell.assumeWeb();
        try (Shop scanned = Shop.start(Scanning.class);
                Shop usual = Shop.start(Applications.WithController.class)) {
            assertThat(ourBeans(scanned.context())).isNotEmpty().isEqualTo(ourBeans(usual.context()));
            assertThat(scanned.deliver(Shop.paid()).statusCode()).isEqualTo(200);
        }
    }

    /** The program compiles and runs as it stands, as far as Spring Boot lets any program in the default package. */
    @Test
    void inTheDefaultPackageSpringBootRefusesToStartWithUsAsWithoutUs(@TempDir Path folder) throws Exception {
        Cell.assumeWeb();
        Cell.assumeWithout("security");
        Cell.assumeWithout("actuator");

        FirstUse withUs = FirstUse.asItStands("SpringReceiver", folder.resolve("with"));
        FirstUse withoutUs = FirstUse.withoutSdk("WithoutUs", WITHOUT_US, folder.resolve("without"));

        assertThat(withUs.failure())
                .isEqualTo(withoutUs.failure())
                .containsPattern("org[./]springframework[./]boot[./]")
                .doesNotContain("paycrypt");
    }

    private static Set<String> ourBeans(ApplicationContext context) {
        return Stream.of(context.getBeanDefinitionNames())
                .filter(name -> isOurs(context, name))
                .collect(Collectors.toSet());
    }

    private static boolean isOurs(ApplicationContext context, String bean) {
        String type = Objects.requireNonNull(context.getType(bean)).getName();
        return bean.startsWith("payCrypt")
                || type.startsWith("com.paycrypt.sdk")
                || type.startsWith("com.paycrypt.sandbox");
    }
}
