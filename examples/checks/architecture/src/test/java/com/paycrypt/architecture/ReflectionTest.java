package com.paycrypt.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/**
 * What a native image has to be told of the core: every call of the compiled classes that finds a class, a member, a service
 * or a resource by its name, and every one that binds JSON to a type.
 */
class ReflectionTest {
    private static final Set<String> FINDERS = Set.of(
            "forName",
            "getMethod",
            "getMethods",
            "getField",
            "getFields",
            "getConstructor",
            "getConstructors",
            "newInstance",
            "getRecordComponents",
            "getResource",
            "getResourceAsStream",
            "getResources",
            "loadClass");

    private final JavaClasses core = PublishedModule.CORE.compiled.classes();

    @Test
    void theCoreFindsNothingByNameButVirtualThreadsAndItsTables() {
        assertThat(callers(ReflectionTest::findsByName))
                .containsExactlyInAnyOrder(
                        "AsyncExecutor.builder -> Class.forName",
                        "AsyncExecutor.builder -> Class.getMethod",
                        "AsyncExecutor.bareThreads -> Class.getMethod",
                        "AsyncExecutor.bareThreads -> Method.invoke",
                        "InboxThreads.virtualThreads -> Class.forName",
                        "InboxThreads.virtualThreads -> Class.getMethod",
                        "InboxThreads.virtualThreads -> Method.invoke",
                        "Schema.statements -> Class.getResourceAsStream",
                        "DataBinding.isReachable -> Modifier.isPublic");
    }

    /** The other one only writes plain maps and lists again, for the diagnosis of a signature. */
    @Test
    void jsonIsBoundToAMerchantsTypesForFreeFormDataAlone() {
        assertThat(callers(ReflectionTest::bindsJson).map(call -> call.replaceFirst("\\..*", "")))
                .containsOnly("DataBinding", "JsonVariants");
        assertThat(callers(access -> access.getTargetOwner().getSimpleName().equals("DataBinding"))
                        .filter(call -> !call.startsWith("DataBinding.")))
                .containsExactly("WebhookEvent.dataAs -> DataBinding.bind");
    }

    @Test
    void theTablesAreShippedToNativeImages() throws IOException {
        String pattern = metadata("resource-config.json")
                .at("/resources/includes/0/pattern")
                .asText();

        assertThat("db/paycrypt/postgresql/V1__webhook_inbox.sql").matches(pattern);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void theMethodsShippedToNativeImagesAreThoseOfVirtualThreads() throws Exception {
        List<String> methods = new ArrayList<>();
        for (JsonNode type : metadata("reflect-config.json")) {
            for (JsonNode method : type.path("methods")) {
                methods.add(
                        find(Class.forName(type.path("name").asText()), method).getName());
            }
        }
        assertThat(methods).containsExactly("ofVirtual", "name", "inheritInheritableThreadLocals", "factory");
    }

    private static Method find(Class<?> owner, JsonNode method) throws NoSuchMethodException {
        List<String> types = new ArrayList<>();
        method.path("parameterTypes").forEach(type -> types.add(type.asText()));
        return Stream.of(owner.getMethods())
                .filter(each -> each.getName().equals(method.path("name").asText()))
                .filter(each -> Stream.of(each.getParameterTypes())
                        .map(Class::getName)
                        .toList()
                        .equals(types))
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException(owner + " " + method));
    }

    private static JsonNode metadata(String name) throws IOException {
        return new ObjectMapper()
                .readTree(PublishedModule.CORE
                        .compiled
                        .directory()
                        .resolve("META-INF/native-image/com.paycrypt/paycrypt-sdk-core")
                        .resolve(name)
                        .toFile());
    }

    @Test
    void aCallByNameIsSeen() {
        assertThat(callers(new ClassFileImporter().importClasses(Finder.class), ReflectionTest::findsByName))
                .containsExactly("ReflectionTest$Finder.find -> Class.forName");
    }

    private Stream<String> callers(Predicate<JavaCodeUnitAccess<?>> wanted) {
        return callers(core, wanted);
    }

    private static Stream<String> callers(JavaClasses classes, Predicate<JavaCodeUnitAccess<?>> wanted) {
        return classes.stream()
                .flatMap(type -> type.getCodeUnits().stream())
                .flatMap(unit -> Stream.of(unit.getCallsFromSelf(), unit.getMethodReferencesFromSelf())
                        .flatMap(Set::stream)
                        .map(access -> (JavaCodeUnitAccess<?>) access)
                        .filter(wanted)
                        .map(access -> named(unit) + " -> " + target(access)))
                .distinct();
    }

    private static boolean findsByName(JavaCodeUnitAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        return owner.getPackageName().equals("java.lang.reflect")
                || owner.getName().equals("java.util.ServiceLoader")
                || owner.getName().equals("java.lang.invoke.MethodHandles$Lookup")
                || (owner.getPackageName().equals("java.lang")
                        && (FINDERS.contains(name) || name.startsWith("getDeclared")));
    }

    private static boolean bindsJson(JavaCodeUnitAccess<?> access) {
        return access.getTargetOwner().getPackageName().startsWith("com.fasterxml.jackson.databind");
    }

    private static String named(JavaCodeUnit unit) {
        return unit.getOwner().getName().replaceFirst(".*\\.", "") + "." + unit.getName();
    }

    private static String target(JavaCodeUnitAccess<?> access) {
        return access.getTargetOwner().getSimpleName() + "."
                + access.getTarget().getName();
    }

    /** A class that finds another by its name. */
    private static final class Finder {
        private Finder() {}

        @SuppressWarnings("unused")
        static Class<?> find(String name) throws ClassNotFoundException {
            return Class.forName(name);
        }
    }
}
