package com.paycrypt.sdk.spring;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.util.ClassUtils;

/**
 * What the lines of Spring Boot call by different names: its auto-configurations moved to packages of their own in Boot 4.
 * The tests of this module run on both.
 */
public final class BootLine {
    private static final ClassLoader LOADER = BootLine.class.getClassLoader();

    private BootLine() {}

    /** Boot's own auto-configurations by their simple names, in that order. */
    public static Class<?>[] autoConfigurations(String... names) {
        return Stream.of(names).map(BootLine::autoConfiguration).toArray(Class<?>[]::new);
    }

    private static Class<?> autoConfiguration(String name) {
        return candidates()
                .filter(candidate -> candidate.endsWith("." + name))
                .map(candidate -> ClassUtils.resolveClassName(candidate, LOADER))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("this Boot has no " + name));
    }

    /** Those of its auto-configurations that have a part in their names. */
    public static List<String> autoConfigurationsWith(String part) {
        return candidates()
                .filter(candidate -> candidate.startsWith("org.springframework.boot."))
                .filter(candidate -> candidate.contains(part))
                .toList();
    }

    /** Those of the SDK. */
    static Class<?>[] sdk() {
        return candidates()
                .filter(candidate -> candidate.startsWith("com.paycrypt."))
                .map(candidate -> ClassUtils.resolveClassName(candidate, LOADER))
                .toArray(Class<?>[]::new);
    }

    private static Stream<String> candidates() {
        return Stream.of(ImportCandidates.load(AutoConfiguration.class, LOADER))
                .flatMap(candidates -> candidates.getCandidates().stream());
    }
}
