package com.paycrypt.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;

/** Files as slices: two files that need each other are one idea in two places. Nested types belong to their file. */
final class FileCycles implements SliceAssignment {
    /** Each cycle as the files in their order, without the hundred places where they meet. */
    static List<String> of(JavaClasses classes) {
        return slices()
                .assignedFrom(new FileCycles())
                .should()
                .beFreeOfCycles()
                .evaluate(classes)
                .getFailureReport()
                .getDetails()
                .stream()
                .map(FileCycles::files)
                .toList();
    }

    private static String files(String cycle) {
        return cycle.lines()
                .takeWhile(line -> !line.contains("Dependencies of"))
                .map(FileCycles::file)
                .collect(joining(" -> "));
    }

    private static String file(String line) {
        return line.replaceFirst(".*Slice ", "").replace(" - ", ".").replaceFirst(" ->.*", "");
    }

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        return SliceIdentifier.of(type.getPackageName(), file(type));
    }

    @Override
    public String getDescription() {
        return "files";
    }

    /** The source file's own name: it holds for lambdas, switches over enums and second classes of one file too. */
    private static String file(JavaClass type) {
        return type.getSource()
                .flatMap(source -> source.getFileName())
                .orElseGet(() -> type.getName().replaceFirst("\\$.*", ""));
    }
}
