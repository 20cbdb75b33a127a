package com.paycrypt.architecture;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import java.util.Set;
import java.util.stream.Stream;

/** What every Java file of the repository keeps to. */
enum SourceRule {
    /** A longer file has more than one job. */
    NO_FILE_HAS_MORE_THAN_400_LINES {
        @Override
        Stream<String> violations(SourceFile file) {
            long lines = file.text().lines().count();
            return lines > 400 ? Stream.of(file.path() + " has " + lines + " lines") : Stream.empty();
        }
    },

    /** A longer method cannot be taken in at a glance. */
    NO_METHOD_HAS_MORE_THAN_30_LINES {
        @Override
        Stream<String> violations(SourceFile file) {
            return Parts.of(file, MethodTree.class)
                    .filter(method -> file.linesOf(method) > 30)
                    .map(method -> file.at(method, method.getName() + " has " + file.linesOf(method) + " lines"));
        }
    },

    /** What sleeps in a test is slow where the machine is fast, and wrong where it is slow. */
    NO_TEST_SLEEPS {
        private final Set<String> sleeps = Set.of("sleep", "parkNanos", "parkUntil");

        @Override
        Stream<String> violations(SourceFile file) {
            return Parts.of(file, MethodInvocationTree.class)
                    .filter(call -> file.isTest() && sleeps.contains(Parts.name(call)))
                    .map(call -> file.at(call, call + " waits for time to pass"));
        }
    },

    /** Properties, the default locale, streams, the trust store and threads belong to all tests that run at that moment. */
    NO_TEST_BESIDE_OTHERS_LOOKS_AT_THE_PROCESS_OR_CHANGES_IT {
        private final Set<String> shared = Set.of(
                "System.setProperty",
                "System.clearProperty",
                "System.setOut",
                "System.setErr",
                "System.setIn",
                "System.gc",
                "Locale.setDefault",
                "TimeZone.setDefault",
                "ProxySelector.setDefault",
                "Thread.getAllStackTraces",
                "TrustedServer.start",
                "TrustedServer.wantingClientCertificates");
        private final Set<String> tests = Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory");

        @Override
        Stream<String> violations(SourceFile file) {
            return file.isTest() && isAnnotated(file, tests) && !isAnnotated(file, Set.of("Isolated"))
                    ? Parts.of(file, MethodInvocationTree.class)
                            .filter(call ->
                                    shared.contains(call.getMethodSelect().toString()))
                            .map(call -> file.at(call, call + " needs @Isolated: other tests run at the same time"))
                    : Stream.empty();
        }

        private boolean isAnnotated(SourceFile file, Set<String> names) {
            return Parts.of(file, AnnotationTree.class)
                    .anyMatch(annotation ->
                            names.contains(annotation.getAnnotationType().toString()));
        }
    },

    /** A mock shows that the code calls what it calls; a local server shows that it works. */
    NO_TEST_MOCKS {
        private final Set<String> libraries = Set.of(
                "org.mockito",
                "org.easymock",
                "org.powermock",
                "org.jmock",
                "io.mockk",
                "mockit",
                "org.springframework.boot.test.mock.mockito",
                "org.springframework.test.context.bean.override.mockito");

        @Override
        Stream<String> violations(SourceFile file) {
            return Parts.of(file, MemberSelectTree.class)
                    .filter(name -> libraries.contains(name.toString()))
                    .map(name -> file.at(name, name + " is a mocking library"));
        }
    },

    /** Under ar-EG, tr-TR or fa-IR the default locale writes other digits and other letters. */
    NO_TEXT_DEPENDS_ON_THE_DEFAULT_LOCALE {
        private final Set<String> cases = Set.of("toLowerCase", "toUpperCase");
        private final Set<String> formats = Set.of("format", "printf", "formatted");

        @Override
        Stream<String> violations(SourceFile file) {
            return Parts.of(file, MethodInvocationTree.class)
                    .filter(call -> file.isMain() && dependsOnTheLocale(call))
                    .map(call -> file.at(call, call + " needs Locale.ROOT"));
        }

        private boolean dependsOnTheLocale(MethodInvocationTree call) {
            return cases.contains(Parts.name(call))
                    ? call.getArguments().isEmpty()
                    : formats.contains(Parts.name(call)) && takesAPattern(call) && !startsWithALocale(call);
        }

        private boolean takesAPattern(MethodInvocationTree call) {
            String callee = call.getMethodSelect().toString();
            return !callee.endsWith(".format") || callee.equals("String.format");
        }

        private boolean startsWithALocale(MethodInvocationTree call) {
            return !call.getArguments().isEmpty()
                    && call.getArguments().get(0).toString().contains("ROOT");
        }
    },

    /** A static that remembers ties together clients, tests and class loaders that know nothing of each other. */
    NO_STATIC_REMEMBERS {
        @Override
        Stream<String> violations(SourceFile file) {
            return file.isMain() ? MutableStatics.in(file) : Stream.empty();
        }
    },

    /** What core exports to nobody is used by nobody else, on the class path too; the proofs stand in for its table. */
    NOTHING_BUT_CORE_USES_INTERNAL_PACKAGES {
        @Override
        Stream<String> violations(SourceFile file) {
            return Parts.of(file, MemberSelectTree.class)
                    .filter(name -> !file.path().startsWith("paycrypt-sdk-core"))
                    .filter(name -> !file.isBelow("examples/checks/inbox-proofs"))
                    .filter(name -> name.toString().equals("com.paycrypt.sdk.internal"))
                    .map(name -> file.at(name, "uses " + name));
        }
    },

    /** The sandbox is a second implementation of the guide: it would prove nothing with the SDK's own code. */
    THE_SANDBOX_STANDS_ALONE {
        @Override
        Stream<String> violations(SourceFile file) {
            return Parts.of(file, MemberSelectTree.class)
                    .filter(name -> file.isBelow("examples/sandbox/src/main"))
                    .filter(name -> name.toString().equals("com.paycrypt.sdk"))
                    .map(name -> file.at(name, "uses " + name));
        }
    };

    /** Each place that breaks the rule, as {@code path:line what}. */
    abstract Stream<String> violations(SourceFile file);
}
