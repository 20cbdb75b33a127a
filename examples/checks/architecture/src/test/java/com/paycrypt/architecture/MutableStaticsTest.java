package com.paycrypt.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which static fields can change, and which cannot. */
class MutableStaticsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "static int count;",
                "private static final AtomicLong COUNT = new AtomicLong();",
                "private static final java.util.Map<String, String> SEEN = new java.util.concurrent.ConcurrentHashMap<>();",
                "private static final ThreadLocal<String> CURRENT = ThreadLocal.withInitial(String::new);",
                "private static final List<String> SEEN = new ArrayList<>();",
                "private static final SecureRandom RANDOM = new SecureRandom();",
                "static final byte[] SHARED = {1};"
            })
    void thisOneChanges(String field) {
        assertThat(MutableStatics.in(fileWith(field))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "private static final int LIMIT = 3;",
                "private static final List<String> NAMES = List.of(\"a\");",
                "private static final byte[] DIGITS = {1};",
                "private static final Duration WINDOW = Duration.ofSeconds(1);",
                "private int count; private final Map<String, String> seen = new HashMap<>();",
                "enum Kind { HASH_MAP, LIST }"
            })
    void thisOneDoesNot(String field) {
        assertThat(MutableStatics.in(fileWith(field))).isEmpty();
    }

    private static SourceFile fileWith(String field) {
        return SourceFile.parse(Path.of("src/main/A.java"), "class A { " + field + " }");
    }
}
