package com.paycrypt.sdk.spring.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.spring.internal.observation.InboxEndpoint;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aot.hint.ExecutableHint;
import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.annotation.ReflectiveRuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** What a native image is told, and that there is nothing else to tell. */
class PayCryptHintsTest {
    private static final Set<String> LOOKUPS = Set.of(
            "java/lang/Class.forName",
            "java/lang/Class.getMethod",
            "java/lang/Class.getMethods",
            "java/lang/Class.getDeclaredMethod",
            "java/lang/Class.getDeclaredMethods",
            "java/lang/Class.getField",
            "java/lang/Class.getDeclaredField",
            "java/lang/Class.getDeclaredFields",
            "java/lang/Class.getConstructor",
            "java/lang/Class.getDeclaredConstructor",
            "java/lang/Class.getDeclaredConstructors",
            "java/lang/Class.getRecordComponents",
            "java/lang/Class.newInstance",
            "java/lang/Class.getResource",
            "java/lang/Class.getResourceAsStream",
            "java/lang/ClassLoader.loadClass",
            "java/lang/ClassLoader.getResource",
            "java/lang/ClassLoader.getResourceAsStream",
            "java/lang/invoke/MethodHandles$Lookup.findVirtual",
            "java/lang/invoke/MethodHandles$Lookup.findStatic",
            "java/lang/invoke/MethodHandles$Lookup.findVarHandle",
            "java/lang/reflect/Proxy.newProxyInstance",
            "java/util/ResourceBundle.getBundle",
            "java/util/ServiceLoader.load");

    private final RuntimeHints hints = new RuntimeHints();

    private RuntimeHints registered() {
        SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
                .load(RuntimeHintsRegistrar.class)
                .stream()
                .filter(each -> each instanceof PayCryptHints)
                .forEach(each -> each.registerHints(hints, getClass().getClassLoader()));
        return hints;
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "mysql", "h2"})
    void theStatementsOfEachDatabaseAreThere(String database) {
        String file = "db/paycrypt/" + database + "/V1__webhook_inbox.sql";
        assertThat(getClass().getClassLoader().getResource(file)).isNotNull();
        assertThat(RuntimeHintsPredicates.resource().forResource(file)).accepts(registered());
    }

    @Test
    void virtualThreadsAreThere() {
        assertThat(RuntimeHintsPredicates.reflection()
                        .onType(TypeReference.of("java.lang.Thread$Builder"))
                        .withMemberCategory(MemberCategory.INVOKE_PUBLIC_METHODS))
                .accepts(registered());
        assertThat(Objects.requireNonNull(hints.reflection().getTypeHint(Thread.class))
                        .methods())
                .anyMatch(method -> method.getName().equals("ofVirtual"));
    }

    /** Spring does that for the beans of every application. */
    @Test
    void theOperationsOfTheEndpointAndWhatTheyReturnAreKnownToSpring() {
        new ReflectiveRuntimeHintsRegistrar().registerRuntimeHints(hints, InboxEndpoint.class);

        assertThat(Objects.requireNonNull(hints.reflection().getTypeHint(InboxEndpoint.class))
                        .methods()
                        .filter(method -> method.getMode() == ExecutableMode.INVOKE))
                .extracting(ExecutableHint::getName)
                .contains("contents", "retry", "discard");
        assertThat(Stream.of(InboxEndpoint.Contents.class, InboxEndpoint.Delivery.class, InboxEndpoint.Done.class))
                .allMatch(
                        type -> RuntimeHintsPredicates.reflection().onType(type).test(hints));
    }

    /** Each class of ours that looks up anything by its name: the hints above, or code of the application's own. */
    @Test
    void nothingElseIsLookedUp() throws IOException {
        Map<String, Set<String>> found = new TreeMap<>();
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:com/paycrypt/sdk/**/*.class")) {
            if (!file.getURL().toString().contains("test-classes")) {
                read(file, found);
            }
        }
        assertThat(found)
                .isEqualTo(Map.of(
                        // virtual threads
                        "com/paycrypt/sdk/internal/http/AsyncExecutor", Set.of("Class.forName", "Class.getMethod"),
                        "com/paycrypt/sdk/internal/inbox/InboxThreads", Set.of("Class.forName", "Class.getMethod"),
                        // the inbox's table
                        "com/paycrypt/sdk/internal/inbox/jdbc/Schema", Set.of("Class.getResourceAsStream"),
                        // what handlers, listeners and multicasters of the application are, checked at its start
                        "com/paycrypt/sdk/spring/internal/webhook/EventDispatcher", Set.of("Class.getMethods"),
                        "com/paycrypt/sdk/spring/internal/webhook/ListenerBeans", Set.of("Class.getMethods"),
                        "com/paycrypt/sdk/spring/internal/webhook/MulticasterRules",
                                Set.of("Class.getDeclaredMethods")));
    }

    private static void read(Resource file, Map<String, Set<String>> found) throws IOException {
        try (InputStream in = file.getInputStream()) {
            ClassReader reader = new ClassReader(in);
            reader.accept(new Calls(reader.getClassName(), found), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        }
    }

    /** Collects the look-ups of one class. */
    private static final class Calls extends ClassVisitor {
        private final String caller;
        private final Map<String, Set<String>> found;

        private Calls(String caller, Map<String, Set<String>> found) {
            super(SpringAsmInfo.ASM_VERSION);
            this.caller = caller;
            this.found = found;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(SpringAsmInfo.ASM_VERSION) {
                @Override
                public void visitMethodInsn(
                        int opcode, String owner, String called, String types, boolean isInterface) {
                    if (LOOKUPS.contains(owner + "." + called)) {
                        found.computeIfAbsent(caller, unknown -> new TreeSet<>())
                                .add(owner.substring(owner.lastIndexOf('/') + 1) + "." + called);
                    }
                }
            };
        }
    }
}
