package com.paycrypt.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a merchant's code can call, and what it must never have to name or be able to misread there. */
final class PublicApi {
    private static final Set<String> BOOLEANS = Set.of("boolean", "java.lang.Boolean");
    private static final List<String> LIBRARIES =
            List.of("okhttp3.", "okio.", "kotlin.", "com.fasterxml.", "tools.jackson.");

    /** Proxies, TLS and interceptors are OkHttp's own: here alone its type is let in. */
    private static final String ESCAPE_HATCH = "PayCryptClient$Builder.httpClient(okhttp3.OkHttpClient)";

    private PublicApi() {}

    /** {@code pay(true)} tells a reader nothing: two methods, or an enum, do. */
    static Stream<String> booleanParameters(Stream<JavaClass> types) {
        return codeUnits(types)
                .filter(unit -> unit.getRawParameterTypes().stream()
                        .map(JavaClass::getName)
                        .anyMatch(BOOLEANS::contains))
                .filter(unit -> !isPrescribed(unit))
                .map(JavaCodeUnit::getFullName);
    }

    /** A library in a signature is a library that can never be replaced. */
    static Stream<String> librarySignatures(Stream<JavaClass> types) {
        return types.filter(PublicApi::isReachable).flatMap(PublicApi::librarySignaturesOf);
    }

    private static Stream<String> librarySignaturesOf(JavaClass type) {
        Stream<String> parents = Stream.concat(
                        type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
                .filter(PublicApi::isLibrary)
                .map(parent -> type.getName() + " is a " + parent.getName());
        Stream<String> members = type.getMembers().stream()
                .filter(PublicApi::isReachable)
                .filter(member -> namedIn(member).anyMatch(PublicApi::isLibrary))
                .map(JavaMember::getFullName)
                .filter(member -> !member.endsWith(ESCAPE_HATCH));
        return Stream.concat(parents, members);
    }

    private static Stream<JavaClass> namedIn(JavaMember member) {
        return member instanceof JavaCodeUnit unit
                ? Stream.of(
                                unit.getParameterTypes().stream(),
                                Stream.of(unit.getReturnType()),
                                unit.getExceptionTypes().stream().map(JavaType.class::cast))
                        .flatMap(types -> types)
                        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                : member.getAllInvolvedRawTypes().stream();
    }

    private static Stream<JavaCodeUnit> codeUnits(Stream<JavaClass> types) {
        return types.filter(PublicApi::isReachable)
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(PublicApi::isReachable);
    }

    private static boolean isReachable(JavaClass type) {
        return isOpen(type.getModifiers())
                && type.getEnclosingClass().map(PublicApi::isReachable).orElse(true);
    }

    private static boolean isReachable(JavaMember member) {
        return isOpen(member.getModifiers()) && !member.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    private static boolean isOpen(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static boolean isLibrary(JavaClass type) {
        return LIBRARIES.stream().anyMatch(type.getBaseComponentType().getName()::startsWith);
    }

    /** Overriding what a foreign interface prescribes, nobody chooses the parameters. */
    private static boolean isPrescribed(JavaCodeUnit unit) {
        JavaClass owner = unit.getOwner();
        Predicate<JavaCodeUnit> same = other -> other.getName().equals(unit.getName())
                && other.getRawParameterTypes().equals(unit.getRawParameterTypes());
        return Stream.concat(owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
                .filter(parent -> !parent.getPackageName().startsWith("com.paycrypt"))
                .flatMap(parent -> parent.getMethods().stream())
                .anyMatch(same);
    }
}
