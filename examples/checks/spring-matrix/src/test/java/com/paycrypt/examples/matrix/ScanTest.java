package com.paycrypt.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.TypeFilter;

/** Component scanning that comes upon our jars, as it does from {@code com}. */
@Tag("full")
class ScanTest {
    /** As {@code @SpringBootApplication} scans, but for our tests, which no application has on its class path. */
    @SpringBootConfiguration
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {"com.paycrypt.sdk", "com.paycrypt.sandbox"},
            excludeFilters = {
                @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
                @Filter(type = FilterType.CUSTOM, classes = AutoConfigurationExcludeFilter.class),
                @Filter(type = FilterType.CUSTOM, classes = OurTests.class)
            })
    @Import(Applications.Controller.class)
    static class Scanning {}

    static final class OurTests implements TypeFilter {
        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory others) throws IOException {
            return type.getResource().getURL().getPath().contains("/test-classes/");
        }
    }

    @Test
    void scanningOurPackagesAddsNothingAndHurtsNothing() throws Exception {
        try (Shop scanned = Shop.start(Scanning.class);
                Shop usual = Shop.start(Applications.WithController.class)) {
            assertThat(ourBeans(scanned.context())).isNotEmpty().isEqualTo(ourBeans(usual.context()));
            assertThat(scanned.deliver(Shop.paid()).statusCode()).isEqualTo(200);
        }
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
