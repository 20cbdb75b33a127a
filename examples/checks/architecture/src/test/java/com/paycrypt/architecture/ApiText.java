package com.paycrypt.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The public API of a module as text, one line per type and member, so that a change of it is read in a review. */
final class ApiText {
    private static final List<JavaModifier> SHOWN = List.of(
            JavaModifier.PUBLIC,
            JavaModifier.PROTECTED,
            JavaModifier.STATIC,
            JavaModifier.ABSTRACT,
            JavaModifier.FINAL);

    private ApiText() {}

    static String of(Stream<JavaClass> exported) {
        return exported.filter(ApiText::isReachable)
                .sorted(Comparator.comparing(JavaClass::getName))
                .map(ApiText::type)
                .collect(Collectors.joining("\n"));
    }

    private static String type(JavaClass type) {
        Stream<String> members = type.getMembers().stream()
                .filter(ApiText::isReachable)
                .map(ApiText::member)
                .sorted()
                .map(line -> "    " + line);
        return Stream.concat(Stream.of(declaration(type)), members)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static String declaration(JavaClass type) {
        String above = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream())
                .map(JavaType::getName)
                .filter(name -> !name.equals(Object.class.getName()))
                .sorted()
                .collect(Collectors.joining(", "));
        return modifiers(type.getModifiers()) + kind(type) + " " + type.getName()
                + (above.isEmpty() ? "" : ": " + above);
    }

    private static String kind(JavaClass type) {
        if (type.isAnnotation()) {
            return "annotation";
        }
        if (type.isInterface()) {
            return "interface";
        }
        return type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
    }

    private static String member(JavaMember member) {
        String modifiers = modifiers(member.getModifiers());
        return member instanceof JavaField field
                ? modifiers + field.getType().getName() + " " + field.getName()
                : modifiers + signature((JavaCodeUnit) member);
    }

    private static String signature(JavaCodeUnit unit) {
        String thrown = unit.getExceptionTypes().stream().map(JavaType::getName).collect(Collectors.joining(", "));
        String name = unit instanceof JavaMethod
                ? unit.getReturnType().getName() + " " + unit.getName()
                : unit.getOwner().getSimpleName();
        String parameters =
                unit.getParameterTypes().stream().map(JavaType::getName).collect(Collectors.joining(", "));
        return name + "(" + parameters + ")" + (thrown.isEmpty() ? "" : " throws " + thrown);
    }

    private static String modifiers(Set<JavaModifier> modifiers) {
        return SHOWN.stream()
                .filter(modifiers::contains)
                .map(modifier -> modifier.name().toLowerCase(java.util.Locale.ROOT) + " ")
                .collect(Collectors.joining());
    }

    private static boolean isReachable(JavaClass type) {
        return isOpen(type.getModifiers())
                && type.getEnclosingClass().map(ApiText::isReachable).orElse(true);
    }

    private static boolean isReachable(JavaMember member) {
        Set<JavaModifier> modifiers = member.getModifiers();
        return isOpen(modifiers)
                && !modifiers.contains(JavaModifier.SYNTHETIC)
                && !(member instanceof JavaConstructor made && made.getOwner().isEnum());
    }

    private static boolean isOpen(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }
}
